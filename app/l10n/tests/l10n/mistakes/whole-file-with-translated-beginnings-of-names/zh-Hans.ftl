shangdian-open = 营业中
shangdian-closed = 已打烊
shangdian-welcome = 欢迎来到集市
shangdian-today = 今天
shangdian-tomorrow = 明天
shangdian-thanks = 谢谢
