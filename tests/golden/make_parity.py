"""Stores what the reference recipe makes of 50 real photos, for parity.test.ts. The photos stay where they are.

    python make_parity.py PHOTOS_DIR          (pip install numpy==2.4.6 onnxruntime==1.32.0 pillow==13.0.0)

Two recipes, both with the starter's encoder: its own (squashed to a square), and that of CLIP and most after it (the shorter side
to the square's side, and the middle cut out), each resized by Pillow in bicubic from the whole photo, as torchvision does.
Photos with a colour profile are brought to sRGB first: most recipes forget it, and see colours that nobody else sees.
"""

import base64
import io
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image, ImageCms, ImageOps

HERE = Path(__file__).parent
MODEL = HERE / "../../models/starter"
SETS = {"coco": 20, "flickr": 12, "weather": 10, "flowers": 8}


def chosen(photos):
    """Evenly through each set, in the order of names."""
    paths = []
    for name, count in SETS.items():
        all_ = sorted((photos / name).rglob("*.jpg"))
        paths += [all_[i * len(all_) // count] for i in range(count)]
    return paths


def open_photo(path):
    image = ImageOps.exif_transpose(Image.open(path))
    profile = image.info.get("icc_profile")
    if profile:
        image = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB")
    return image.convert("RGB")


def squash(image, side):
    return image.resize((side, side), Image.Resampling.BICUBIC)


def shortest(image, side):
    width, height = image.size
    size = (side, side * height // width) if width <= height else (side * width // height, side)
    left, top = (size[0] - side) // 2, (size[1] - side) // 2
    return image.resize(size, Image.Resampling.BICUBIC).crop((left, top, left + side, top + side))


def main(photos):
    manifest = json.loads((MODEL / "manifest.json").read_text())["image"]
    session = onnxruntime.InferenceSession(MODEL / manifest["file"])
    mean, std, side = np.array(manifest["mean"]), np.array(manifest["std"]), manifest["width"]
    rows = []
    for path in chosen(photos):
        image = open_photo(path)
        row = {"photo": path.relative_to(photos).as_posix()}
        for recipe in [squash, shortest]:
            pixels = (np.asarray(recipe(image, side)) / 255 - mean) / std
            tensor = pixels.astype(np.float32).transpose(2, 0, 1)[None]
            (vectors,) = session.run([manifest["output"]], {manifest["input"]: tensor})
            row[recipe.__name__] = base64.b64encode(vectors[0].astype("<f2").tobytes()).decode()
        rows.append(row)
    (HERE / "parity.json").write_text(json.dumps(rows, indent=0) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
