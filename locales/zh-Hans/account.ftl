### 合作社成员和中心工作人员登录。

account-sign-in-title = 登录
account-sign-in-text = 供合作社成员和中心工作人员使用。购物无需登录。
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
