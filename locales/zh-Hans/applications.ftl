### 想要入驻的合作社。

## 给合作社

application-title = 来这里销售
application-link = 合作社入驻
application-lead = 面向本地合作社。请告诉我们您是谁、卖什么，中心查看后会以消息答复。
application-name = 合作社名称
application-township = 乡镇
application-township-choose = 请选择乡镇
application-goods = 销售什么
application-goods-hint = 例如：巴旦木、核桃、蜂蜜
application-about = 合作社介绍
application-about-hint = 几句话即可：有多少成员、产量多少。
application-person = 联系人
application-person-hint = 通过后由此人管理店铺。
application-phone-hint = 我们会向此号码发送验证码和答复。
application-code-first = 我们先向手机发送验证码。输入验证码之前，不会提交给中心。
application-code-sent = 验证码已发送。请在表单末尾输入，五分钟内有效。
application-one-waits = 此号码已有一份申请在等待中心处理，因此这份没有提交。您填写的内容还在这里。
application-was-taken = 此表单之前已提交，当时的内容已在中心。您现在填写的内容没有提交，仍在这里。如要作为另一份申请提交，请重新获取验证码。
application-send = 提交给中心
application-yours = 您的申请
application-sent = 已提交。请保存本页网址，可随时查看进展。
application-sent-at = 提交于
application-waits = 中心已收到，有结果会给您发消息。
application-admitted = 您的合作社已通过。请用手机号登录并布置店铺。
application-sign-in = 登录
application-refused = 中心未通过您的申请：
application-again = 重新申请

## 在中心

application-list = 入驻申请
application-none = 没有申请。
application-state-waiting = 待处理
application-state-admitted = 已通过
application-state-refused = 未通过
application-back = 全部申请
application-became = 查看合作社
application-admit = 通过
application-admit-text = 合作社立即入驻，联系人成为负责人并收到消息。其发布的商品需要您确认，直到您更改此设置。
application-slug = 网址中的名称
application-slug-hint = 小写拉丁字母、数字和连字符，之后不再更改。
application-slug-taken = 此名称已被其他合作社使用，请换一个。
application-slug-wrong = 只能使用小写拉丁字母和数字，连字符只能在中间；不能用 new、shops、zh 等商店网址自身的词。
application-refuse = 不通过
application-overtaken = 此申请已有结果，因此这次没有执行。结果见下方。
application-reason = 原因
application-reason-hint = 申请人会看到，也会收到消息。
application-done-admit = 已通过，负责人会收到消息。
application-done-refuse = 未通过，申请人会收到消息。

## 资料

application-documents = 证件资料
application-documents-text = 如有营业执照等资料，可以添加：最多五份，照片或 PDF，每份不超过 10 MB。只有中心可以打开。
application-document-file = 选择照片或 PDF
application-document-add = 添加资料
application-document-remove = 移除
application-document-remove-named = 移除 { $name }
application-document-added = 资料已添加。
application-document-other = 此表单之前已提交过另一个文件，那个文件已被接收。您现在选择的文件没有提交，请重新选择。
application-document-busy = 现在正在上传的文件很多，这个没有收下。您的申请还在，请过一分钟再上传。
application-document-not-added = 没有添加：已有五份资料。
application-document-decided = 您的申请已有结果，因此没有添加或移除资料。
application-documents-full = 已有五份资料，不能再添加。如要添加，请先移除一份。
application-document-removed = 资料已移除。
application-document-not-there = 该资料已不在，没有移除任何内容。
application-document-size = { $size } kB
application-document-missing = 请选择一个非空文件。
application-document-too-large = 文件超过 10 MB。请拍小一点的照片，或拆分 PDF。
application-document-other-kind = 这不是照片（JPEG、PNG、WebP），也不是 PDF。
application-document-broken = 无法读取此文件。请重新拍照，或重新保存 PDF。
