shop-open = 营业中：｛ $name ｝
shop-closed = 已打烊：｛ $name ｝
shop-welcome = 欢迎来到集市：｛ $name ｝
shop-today = 今天：｛ $name ｝
shop-tomorrow = 明天：｛ $name ｝
shop-thanks = 谢谢：｛ $name ｝
