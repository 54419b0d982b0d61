;; Products of a matrix of float32 rows with vectors, four numbers at a time. `rowBytes` is a multiple of 32; addresses are in bytes.
(module
  (memory (export "memory") 4 65536)

  ;; out[r] = dot(row r, vector) for `count` rows from `row` on.
  (func (export "multiply")
    (param $row i32) (param $count i32) (param $rowBytes i32) (param $vector i32) (param $out i32)
    (local $end i32) (local $at i32) (local $rowEnd i32) (local $vectorAt i32) (local $even v128) (local $odd v128)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (local.get $row))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $rowEnd (i32.add (local.get $at) (local.get $rowBytes)))
        (local.set $vectorAt (local.get $vector))
        (local.set $even (v128.const f32x4 0 0 0 0))
        (local.set $odd (v128.const f32x4 0 0 0 0))
        (block $rowDone
          (loop $numbers
            (br_if $rowDone (i32.ge_u (local.get $at) (local.get $rowEnd)))
            (local.set $even (f32x4.add (local.get $even)
              (f32x4.mul (v128.load (local.get $at)) (v128.load (local.get $vectorAt)))))
            (local.set $odd (f32x4.add (local.get $odd)
              (f32x4.mul (v128.load offset=16 (local.get $at)) (v128.load offset=16 (local.get $vectorAt)))))
            (local.set $at (i32.add (local.get $at) (i32.const 32)))
            (local.set $vectorAt (i32.add (local.get $vectorAt) (i32.const 32)))
            (br $numbers)))
        (local.set $even (f32x4.add (local.get $even) (local.get $odd)))
        (f32.store (local.get $out)
          (f32.add
            (f32.add (f32x4.extract_lane 0 (local.get $even)) (f32x4.extract_lane 1 (local.get $even)))
            (f32.add (f32x4.extract_lane 2 (local.get $even)) (f32x4.extract_lane 3 (local.get $even)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $rows))))

  ;; sum += share[r] * row r for `count` rows from `row` on.
  (func (export "addUp")
    (param $row i32) (param $count i32) (param $rowBytes i32) (param $share i32) (param $sum i32)
    (local $end i32) (local $at i32) (local $rowEnd i32) (local $sumAt i32) (local $factor v128)
    (local.set $end (i32.add (local.get $share) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (local.get $row))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $share) (local.get $end)))
        (local.set $rowEnd (i32.add (local.get $at) (local.get $rowBytes)))
        (local.set $sumAt (local.get $sum))
        (local.set $factor (f32x4.splat (f32.load (local.get $share))))
        (block $rowDone
          (loop $numbers
            (br_if $rowDone (i32.ge_u (local.get $at) (local.get $rowEnd)))
            (v128.store (local.get $sumAt)
              (f32x4.add (v128.load (local.get $sumAt)) (f32x4.mul (v128.load (local.get $at)) (local.get $factor))))
            (v128.store offset=16 (local.get $sumAt)
              (f32x4.add (v128.load offset=16 (local.get $sumAt))
                (f32x4.mul (v128.load offset=16 (local.get $at)) (local.get $factor))))
            (local.set $at (i32.add (local.get $at) (i32.const 32)))
            (local.set $sumAt (i32.add (local.get $sumAt) (i32.const 32)))
            (br $numbers)))
        (local.set $share (i32.add (local.get $share) (i32.const 4)))
        (br $rows)))))
