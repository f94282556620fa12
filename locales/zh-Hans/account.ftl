### 合作社成员和中心工作人员登录。

account-sign-in-title = 登录
account-signed-out = 您已退出登录，刚才的操作没有完成。请登录后再点一次。
account-signed-out-kept = 提交之前您已退出登录。请登录，内容都还在，登录后可以提交。
account-sent-title = 您已登录
account-sent-text = 您填写的内容还在，尚未提交。
account-sent-send = 现在提交
account-sent-not = 不提交
account-sign-in-text = 供合作社成员、中心和自提点工作人员以及翻译使用。购物无需登录。
account-phone = 手机号
account-password = 密码
account-sign-in = 登录
account-code-title = 不用密码登录
account-code-text = 我们会向您的手机发送一次性验证码。
account-code-send = 发送验证码
account-code-sent = 如果此号码属于成员，验证码已发出，五分钟内有效。
account-code = 验证码
account-code-again = 换个号码，或重新获取验证码
account-sign-out = 退出登录

## 自己的账号

account-title = 我的账号
account-wait-instead = 如果是验证码发送过多，可以改用密码登录。
account-wait-code = 也可以改为获取手机验证码。
account-works-title = 您的工作身份
account-works-none = 您目前不是任何单位的成员，请联系邀请您的人。
account-works-now = 当前
account-works-switch = 切换到这里
account-sessions-title = 登录的设备
account-sessions-text = 如有不认识的设备，请退出它并修改密码。
account-session-this = 本设备
account-session-unknown = 未知设备
account-session-since = 登录时间
account-session-seen = 最近使用
account-session-end = 退出此设备
account-sessions-end-others = 退出其他所有设备
account-session-ended = 已退出。
account-password-first = 您还没有密码，一直用验证码登录。可以在这里设置密码。
account-password-others = 修改后，只有本设备保持登录。
account-password-old = 当前密码
account-password-new = 新密码
account-password-hint = 至少 8 个字符，任何文字都可以，中间的空格也算。
account-password-change = 修改密码
account-password-changed = 密码已修改，其他设备已退出。
account-password-wrong = 当前密码不对。
account-confirm-title = 继续之前，请确认您的身份
account-confirm-title-money = 付款之前，请确认您的身份
account-confirm-title-people = 更改成员之前，请确认您的身份
account-confirm-title-devices = 更改您的登录设备之前，请确认您的身份
account-confirm-text = 请输入密码，或发送到您手机上的一次性验证码。再确认一次，是为了防止别人在您没有退出的设备上操作。您填写的内容已保留。
account-confirm-code = 或验证码
account-confirm-password-wrong = 密码不对。请核对，或改用验证码。
account-confirm-code-wrong = 验证码不正确，或已超过五分钟。请核对，或重新发送。
account-confirm-sent = 验证码已发往您的手机，五分钟内有效。
account-confirm = 继续
