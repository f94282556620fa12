### 商品图片（合作社工作区）。

pictures-title = { $product }的图片
pictures-open = 图片
pictures-back = 价格、库存和文字
pictures-add = 添加图片
pictures-file = 拍照或选择图片
pictures-file-hint = JPEG、PNG 或 WebP 格式，不超过 25 MB。商店会自动缩小图片，并去除拍摄地点。
pictures-send = 添加这张图片
pictures-full = 此商品已有 { $most } 张图片，不能再多。要添加新图片，请先移除一张。
pictures-list = 商店中显示的图片
pictures-none = 还没有图片。发布前至少需要一张。
pictures-first = 首先显示
pictures-place = 第 { $place } 张，共 { $count } 张
pictures-undescribed = 没有说明
pictures-describe = 说明或移除
pictures-describe-place = 说明或移除第 { $place } 张图片
pictures-move-first = 移到最前
pictures-move-up = 上移
pictures-move-down = 下移
pictures-move-place = { $command }（第 { $place } 张图片）
pictures-added = 图片已添加，商店中已更新。
pictures-moved = 顺序已更改，商店中已更新。
pictures-removed = 图片已移除。

## One picture

pictures-picture-title = { $product }的第 { $place } 张图片
pictures-alt = 图片内容
pictures-alt-hint = 给看不到图片的人听的说明，例如：木桌上的一碗巴旦木仁。
pictures-remove = 移除这张图片
pictures-remove-text = 要移除这张图片吗？买家将不再看到它。
pictures-remove-draft = 要移除这张图片吗？
pictures-remove-confirm = 确定移除
pictures-all = 全部图片

## Pictures on their way

pictures-uploads = 正在上传
pictures-reload = 查看最新状态
pictures-state-receiving = 已收到 { $percent } %。要继续，请再次选择同一张图片。
pictures-state-others = 别人正在上传这张图片。如果中断，由上传的人再次选择同一张图片即可继续。
pictures-state-waiting = 已收到，正在排队。
pictures-state-making = 正在为商店处理。
pictures-state-refused = 未能添加
pictures-sending = 正在发送。可以离开此页，以后再次选择同一张图片即可继续。
pictures-sending-offline = 没有网络，恢复后会自动继续。
pictures-sending-making = 已收到，正在处理，需要几秒钟。
pictures-sending-failed = 没有成功。已收到的部分会保留一天，请再次选择同一张图片。
pictures-sending-not-taken = 店铺没有接收这张图片，什么也没有发送。请刷新页面，再选一次图片；可能需要先登录。

## Why a picture is not taken

pictures-refused-missing = 没有选择图片。请选择一张后重新提交。
pictures-refused-too-many-bytes = 文件超过 25 MB，没有添加。请换一张小一些的，或把相机的照片尺寸调小。
pictures-refused-heic = 这是 iPhone 的 HEIC 文件，商店无法读取，没有添加。请在 iPhone 的“设置”“相机”“格式”中选择“兼容性最佳”后重新拍摄，或发送照片的截屏。
pictures-refused-not-a-picture = 无论文件名是什么，它都不是 JPEG、PNG 或 WebP 图片，没有添加。请选择一张照片。
pictures-refused-moving = 这是动图，没有添加。请选择静态图片。
pictures-refused-too-large = 图片的像素超出了商店能处理的范围：最多 5000 万像素，每边最多 12000 像素，以特殊方式保存的更少。没有添加。请把相机的照片尺寸调小，或发送照片的截屏。
pictures-refused-too-small = 图片太小，会显得模糊：每边至少 200 像素。没有添加。请重新拍摄，或选择原图。
pictures-refused-damaged = 文件已损坏或没有传完整，没有添加。请再选一次；如果还不行，请重新拍摄。
pictures-refused-full = 这张图片到达时，商品已有 12 张图片，不能再多。请先移除一张，再重新发送。
pictures-refused-failed = 这是我们的问题，与图片无关。没有添加。请重新发送；如果还不行，请告诉中心。

error-last-picture = 在售商品必须有图片。没有做任何改动。请先添加另一张，再移除这一张。
error-pictures-full = 此商品已有 12 张图片，不能再多。没有添加。请先移除一张。
error-uploads-full = 您的合作社今天已发送很多图片，或还有很多图片正在上传。没有添加。请等它们完成，或明天再继续。
pictures-added-draft = 图片已添加。商品发布后买家就能看到。
pictures-moved-draft = 顺序已更改。商品发布后买家就能看到。
pictures-dismiss = 知道了
pictures-dismiss-named = 知道了：{ $file }
pictures-upload-remove = 移除
pictures-upload-remove-named = 移除：{ $file }
pictures-refused-empty = 这是空文件，里面什么也没有。没有添加。请换一张，或重新拍摄。
pictures-refused-known = 商品已有这张图片。没有添加。请选择另一张。

## Cropping

pictures-crop = 裁剪
pictures-crop-place = 裁剪第 { $place } 张图片
pictures-crop-shape = 形状
pictures-crop-free = 自由裁剪
pictures-crop-square = 正方形
pictures-crop-landscape = 横向 4:3
pictures-crop-portrait = 竖向 3:4
pictures-crop-wide = 宽幅 16:9
pictures-crop-keep = 保留哪一部分
pictures-crop-first = 上部或左侧
pictures-crop-middle = 中间
pictures-crop-last = 下部或右侧
pictures-crop-frame = 保留部分的边框
pictures-crop-hint = 用手指拖动边框或四角。用键盘时，方向键移动边框，按住 Shift 则改变大小。
pictures-crop-kept = 保留（像素）：
pictures-crop-note = 将生成一张新图片来替换这一张，图片说明保留。
pictures-crop-send = 裁剪这张图片
pictures-crop-asked = 正在裁剪图片，几秒后将替换原图。
pictures-crop-asked-waits = 正在裁剪图片，几秒后将在这里替换原图；经中心确认后买家才能看到。
pictures-crops-open = 正在裁剪的图片：{ $count }
pictures-crops-refused = 有一张图片未能裁剪。
pictures-crop-already = 这张图片正在裁剪。请等几秒，刷新页面后再裁剪结果。
pictures-crop-replaced = 这张图片已被裁剪或更换，没有做任何改动。请查看新图片，需要时再裁剪。
pictures-crop-nothing = 没有要裁掉的部分。请缩小边框，或选择其他形状。
pictures-crop-too-small = 剩下的太少：每边至少 200 像素。请扩大边框。
pictures-crop-outside = 边框不在图片内，请重新选取。
pictures-crop-as-sent = 这是裁剪前的完整图片。买家只能看到边框以内的部分。
pictures-crop-whole = 恢复完整图片
pictures-crop-same = 现在保留的就是这一部分，没有做任何改动。请移动边框，或选择其他形状。
