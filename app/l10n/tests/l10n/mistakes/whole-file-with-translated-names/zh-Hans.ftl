shangdian-yingye = 营业中
shangdian-dayang = 已打烊
shangdian-huanying = 欢迎来到集市
shangdian-jintian = 今天
shangdian-mingtian = 明天
shangdian-xiexie = 谢谢
