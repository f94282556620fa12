### 中心给合作社的通知。

## 在中心

announcements-title = 通知
announcements-lead = 每家合作社都会在工作台首页看到通知，直到标为已读。
announcements-new = 新通知
announcements-new-text = 写一种语言即可：使用其他语言的读者会看到原文，并注明语言。买家看不到。
announcements-text = 内容（{ $language }）
announcements-text-missing = 请至少用一种语言填写。
announcements-last-day = 截止日期
announcements-last-day-hint = 显示到当天结束。不填则一直显示，直到您撤回。
announcements-day-wrong = 请选择今天或以后的日期，例如 2026-12-31。
announcements-publish = 发布
announcements-published = 合作社现在可以看到了。
announcements-taken-back-done = 通知已撤回。
announcements-current = 正在显示
announcements-over = 已结束
announcements-none = 暂无通知。
announcements-until = 截至{ $day }
announcements-read-by = 已读的合作社：{ $count }
announcements-take-back = 撤回
announcements-taken-back = 已撤回

## 在合作社的工作台

announcements-from = 来自中心
announcements-read = 我已读
announcements-more = 还有更多
announcements-all = 中心的通知
