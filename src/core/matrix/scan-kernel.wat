;; The embedding matrix's inner loops. Memory: a scratch area that the caller lays out, then rows. A row is `dims` int8
;; numbers (`dims` a multiple of 16) and then its scale as float32; `stride` bytes from one row to the next, 16-aligned.
(module
  (memory (export "memory") 4 65536)

  ;; out[r] = dot(row r, query) * scale of row r * queryScale + bias, for `count` rows from `row` on. `scan` is how many
  ;; numbers of each row are read, a multiple of 16; the query has as many int16. The caller keeps
  ;; scan * 127 * max|query| within int32.
  (func (export "score")
    (param $row i32) (param $stride i32) (param $count i32) (param $scaleAt i32) (param $scan i32)
    (param $query i32) (param $queryScale f32) (param $bias f32) (param $out i32)
    (local $end i32) (local $at i32) (local $queryAt i32) (local $rowEnd i32)
    (local $bytes v128) (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $at (local.get $row))
        (local.set $rowEnd (i32.add (local.get $row) (local.get $scan)))
        (local.set $queryAt (local.get $query))
        (local.set $low (v128.const i32x4 0 0 0 0))
        (local.set $high (v128.const i32x4 0 0 0 0))
        (block $rowDone
          (loop $numbers
            (br_if $rowDone (i32.ge_u (local.get $at) (local.get $rowEnd)))
            (local.set $bytes (v128.load (local.get $at)))
            (local.set $low (i32x4.add (local.get $low)
              (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $bytes)) (v128.load (local.get $queryAt)))))
            (local.set $high (i32x4.add (local.get $high)
              (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $bytes)) (v128.load offset=16 (local.get $queryAt)))))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (local.set $queryAt (i32.add (local.get $queryAt) (i32.const 32)))
            (br $numbers)))
        (local.set $low (i32x4.add (local.get $low) (local.get $high)))
        (f32.store (local.get $out)
          (f32.add (local.get $bias)
            (f32.mul (local.get $queryScale)
              (f32.mul (f32.load (i32.add (local.get $row) (local.get $scaleAt)))
                (f32.convert_i32_s
                  (i32.add
                    (i32.add (i32x4.extract_lane 0 (local.get $low)) (i32x4.extract_lane 1 (local.get $low)))
                    (i32.add (i32x4.extract_lane 2 (local.get $low)) (i32x4.extract_lane 3 (local.get $low)))))))))
        (local.set $row (i32.add (local.get $row) (local.get $stride)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $rows))))

  ;; Writes `dims` float32 numbers at `from` as a row at `row`: the largest becomes 127. A row that is all zeros, or holds
  ;; something that is no finite number, becomes zeros.
  (func (export "quantise") (param $from i32) (param $dims i32) (param $row i32)
    (local $at i32) (local $end i32) (local $most v128) (local $largest f32) (local $inverse v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $dims) (i32.const 2))))
    (local.set $at (local.get $from))
    (local.set $most (v128.const f32x4 0 0 0 0))
    (block $measured
      (loop $measure
        (br_if $measured (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $most (f32x4.max (local.get $most) (f32x4.abs (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $measure)))
    (local.set $largest
      (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most)))
        (f32.max (f32x4.extract_lane 2 (local.get $most)) (f32x4.extract_lane 3 (local.get $most)))))
    (if (i32.and (f32.gt (local.get $largest) (f32.const 0)) (f32.lt (local.get $largest) (f32.const inf)))
      (then (local.set $inverse (f32x4.splat (f32.div (f32.const 127) (local.get $largest)))))
      (else (local.set $largest (f32.const 0))))
    (f32.store (i32.add (local.get $row) (local.get $dims)) (f32.div (local.get $largest) (f32.const 127)))
    (local.set $at (local.get $from))
    (block $written
      (loop $write
        (br_if $written (i32.ge_u (local.get $at) (local.get $end)))
        (v128.store (local.get $row)
          (i8x16.narrow_i16x8_s
            (i16x8.narrow_i32x4_s
              (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $inverse) (v128.load (local.get $at)))))
              (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $inverse) (v128.load offset=16 (local.get $at))))))
            (i16x8.narrow_i32x4_s
              (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $inverse) (v128.load offset=32 (local.get $at)))))
              (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $inverse) (v128.load offset=48 (local.get $at))))))))
        (local.set $at (i32.add (local.get $at) (i32.const 64)))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (br $write))))

  ;; Widens `count` float16 numbers (a multiple of 4) at `from` to float32 at `to`. The exponent moves from bias 15 to 127
  ;; by a multiplication, which gets subnormal numbers right too; infinities come out finite, and no embedding has any.
  (func (export "widen") (param $from i32) (param $count i32) (param $to i32)
    (local $end i32) (local $bits v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 1))))
    (block $done
      (loop $numbers
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (local.set $bits (v128.load16x4_u (local.get $from)))
        (v128.store (local.get $to)
          (v128.or
            (f32x4.mul
              (i32x4.shl (v128.and (local.get $bits) (v128.const i32x4 0x7fff 0x7fff 0x7fff 0x7fff)) (i32.const 13))
              (f32x4.splat (f32.const 0x1p112)))
            (i32x4.shl (v128.and (local.get $bits) (v128.const i32x4 0x8000 0x8000 0x8000 0x8000)) (i32.const 16))))
        (local.set $from (i32.add (local.get $from) (i32.const 8)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (br $numbers)))))
