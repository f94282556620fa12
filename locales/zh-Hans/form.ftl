### 表单中的字段。

form-optional = 选填
form-file-refused = 文件没有被接收。浏览器不会保留文件，请重新选择此文件或另选一个，再提交。
