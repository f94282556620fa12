### 表单中的字段。

form-optional = 选填
