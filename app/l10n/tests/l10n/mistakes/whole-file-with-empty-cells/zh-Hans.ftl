# a;;
;;
shop-open = 营业中;;
shop-closed = 已打烊;;
shop-welcome = 欢迎来到集市;;
shop-today = 今天;;
shop-tomorrow = 明天;;
shop-thanks = 谢谢;;
