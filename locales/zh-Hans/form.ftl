### 表单中的字段。

form-optional = 选填
form-amount = 请填写大于 0 的金额，最多两位小数，例如 12.50。千位不要加逗号，例如 1000。
form-amount-most = 金额太大：最多 { $most }。
form-file-refused = 文件没有被接收。浏览器不会保留文件，请重新选择此文件或另选一个，再提交。
form-too-long = 太长了：最多 { $most } 个字，现在有 { $length } 个字。请缩短一些。
