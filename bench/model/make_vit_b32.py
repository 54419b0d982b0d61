"""Writes a CLIP ViT-B/32 of the true shape with random weights into FOLDER: weights don't change the speed.

    python make_vit_b32.py FOLDER          (pip install onnx==1.23.2 numpy==2.4.6)

151 million numbers in float32, 605 MB: 12 layers of 768 for pictures of 224 x 224 in patches of 32, 12 layers of 512 for 77
tokens, both projected to 512 (Radford et al. 2021, table 20). Attention is written as PyTorch's exports write it.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

RANDOM = np.random.default_rng(32)
DIM = 512


class Graph:
    def __init__(self):
        self.nodes, self.weights = [], []

    def constant(self, array):
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def weight(self, *shape):
        return self.constant(RANDOM.standard_normal(shape, dtype=np.float32) * np.float32(0.03))

    def node(self, op, *inputs, **attributes):
        name = f"v{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, list(inputs), [name], **attributes))
        return name

    def shape(self, *sides):
        return self.constant(np.array(sides, np.int64))

    def norm(self, x, width):
        return self.node("LayerNormalization", x, self.constant(np.ones(width, np.float32)), self.constant(np.zeros(width, np.float32)), axis=-1, epsilon=1e-5)

    def linear(self, x, rows, columns):
        return self.node("Add", self.node("MatMul", x, self.weight(rows, columns)), self.weight(columns))

    def attention(self, x, width, heads, mask):
        size = width // heads
        query, key, value = (
            self.node("Transpose", self.node("Reshape", self.linear(x, width, width), self.shape(0, -1, heads, size)), perm=[0, 2, *order])
            for order in ([1, 3], [3, 1], [1, 3])
        )
        scores = self.node("MatMul", self.node("Mul", query, self.constant(np.float32(size**-0.5))), key)
        if mask is not None:
            scores = self.node("Add", scores, mask)
        mixed = self.node("MatMul", self.node("Softmax", scores, axis=-1), value)
        joined = self.node("Reshape", self.node("Transpose", mixed, perm=[0, 2, 1, 3]), self.shape(0, -1, width))
        return self.linear(joined, width, width)

    def layers(self, x, width, heads, mask=None):
        for _ in range(12):
            x = self.node("Add", x, self.attention(self.norm(x, width), width, heads, mask))
            inner = self.linear(self.norm(x, width), width, 4 * width)
            inner = self.node("Mul", inner, self.node("Sigmoid", self.node("Mul", inner, self.constant(np.float32(1.702)))))
            x = self.node("Add", x, self.linear(inner, 4 * width, width))
        return x

    def save(self, path, inputs, result, output):
        self.nodes.append(helper.make_node("Identity", [result], [output]))
        outputs = [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch_size", DIM])]
        graph = helper.make_graph(self.nodes, "vit-b-32", inputs, outputs, self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        path.write_bytes(model.SerializeToString())


def image_encoder(path):
    graph, width = Graph(), 768
    patches = graph.node("Conv", "pixel_values", graph.weight(width, 3, 32, 32), kernel_shape=[32, 32], strides=[32, 32])
    patches = graph.node("Transpose", graph.node("Reshape", patches, graph.shape(0, width, -1)), perm=[0, 2, 1])
    rows = graph.node("Slice", graph.node("Shape", "pixel_values"), graph.shape(0), graph.shape(1))
    first = graph.node("Expand", graph.weight(1, 1, width), graph.node("Concat", rows, graph.shape(1, width), axis=0))
    x = graph.node("Add", graph.node("Concat", first, patches, axis=1), graph.weight(1, 50, width))
    x = graph.layers(graph.norm(x, width), width, 12)
    pooled = graph.norm(graph.node("Gather", x, graph.constant(np.int64(0)), axis=1), width)
    pixels = helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, ["batch_size", 3, 224, 224])
    graph.save(path, [pixels], graph.node("MatMul", pooled, graph.weight(width, DIM)), "image_embeds")


def text_encoder(path):
    graph, width = Graph(), 512
    x = graph.node("Add", graph.node("Gather", graph.weight(49408, width), "input_ids"), graph.weight(1, 77, width))
    mask = graph.constant(np.triu(np.full((77, 77), -1e9, np.float32), 1)[None, None])
    x = graph.norm(graph.layers(x, width, 8, mask), width)
    ends = graph.node("ArgMax", "input_ids", axis=1, keepdims=1)
    at = graph.node("Unsqueeze", ends, graph.shape(2))
    wide = graph.node("Expand", at, graph.shape(1, 1, width))
    pooled = graph.node("Squeeze", graph.node("GatherElements", x, wide, axis=1), graph.shape(1))
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch_size", 77])
    graph.save(path, [ids], graph.node("MatMul", pooled, graph.weight(width, DIM)), "text_embeds")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    image_encoder(folder / "vision_model.onnx")
    text_encoder(folder / "text_model.onnx")
