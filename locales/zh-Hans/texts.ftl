# For translators, in the shop itself.

texts-mode = 本页的文字
texts-mode-how = 要修改一段文字，请用手指按住不放，或者按住 Alt 键点击。列表里有本页的全部文字，也包括只供朗读的。
texts-mode-leave = 不再标出文字
texts-mode-enter = 在商城页面上标出文字
texts-guide = 怎样翻译
texts-picture = 文字在页面上的位置（带框）
texts-picture-language = 图中页面的语言：{ $language }
texts-insert = 点击插入由商城填写的内容：
texts-samples = 预览用的例子：
texts-preview = 显示效果：
texts-preview-none = 还没有可显示的内容：文字是空的，或者有错误。
texts-letters = 字数：
texts-unchecked = 刚才没有检查，保存时会检查。
