### What a cooperative prints: labels, packing slips, a poster.

# Opens the form.
print-title = 打印地址标签或装箱单
# Above the buttons, where orders can be ticked.
print-hint = 请在下面的列表中勾选订单。文件会在新标签页中打开，打印时请选择实际大小（100%）。
# Field.
print-what = 打印内容
# Choice: what is stuck on parcels.
print-labels = 地址标签
# Choice: what is put into parcels.
print-slips = 装箱单
# Field.
print-paper = 纸张
# Choice of paper.
print-paper-100 = 标签纸 100 × 150 毫米
# Choice of paper.
print-paper-76 = 标签纸 76 × 130 毫米
# Choice of paper.
print-paper-a4 = A4 纸
# Button on the page of one order.
print-button = 打开文件
# Button: only the orders that were ticked.
print-ticked = 打印勾选的订单
# Button: all orders on the packing list that were accepted.
print-waiting = 打印所有待打包和待交寄的订单
# Beside a box to tick.
print-tick = 打印
# The same, read aloud. $code: the order’s code.
print-tick-of = 订单 { $code }：打印
print-many = 打印大量订单
print-many-orders = 文件中的订单：{ $count }
print-many-text = 等待最久的订单优先。文件会分批生成，您可以看到进度，也可以先离开此页。
print-many-begin = 生成文件
print-many-progress = 已完成 { $done } 个订单，共 { $total } 个
print-many-making = 正在生成文件
print-many-until = 可打开至
print-many-failed = 由于我们的故障，文件没有生成。您的订单没有变化。请稍后再试，或分批打印。
print-many-back = 返回打包清单
print-unknown = 您选择的 { $all } 个订单中，有 { $count } 个不在您的订单里。没有打印任何内容。请打印其余的，或返回重新勾选。
print-too-many = 您选择了 { $count } 个订单，一个文件最多 { $most } 个。没有打印任何内容。请返回少选一些。
print-nothing-waits = 没有等待打包或交运的订单，所以没有可打印的内容。
print-rest = 打印这些
print-many-ticked-text = 您勾选的订单。文件会分批生成，您可以看到进度，也可以先离开此页。

## On the paper

# On a label, over who receives it.
print-to = 收件人
# On a label, over the cooperative that sends it.
print-from = 寄件人
# Title of the paper in the parcel.
print-slip = 装箱单
# On that paper, before a line on which the number of the lot is written by hand.
print-lot = 批号
# On a poster, under the QR code.
print-scan = 扫码进店

## The poster

# Heading over the shop’s link.
print-share = 让更多人知道您的店铺
# Under it.
print-share-text = 把链接发给别人，或者请他们扫码，都会打开您的店铺页面。
# The picture, read aloud.
print-qr = 店铺页面的二维码
# Button.
print-poster = 海报（A4，可打印）

## What can go wrong

error-nothing-to-print = 没有勾选订单，所以没有内容可以打印。请返回，勾选订单后再点一次。
error-too-many-to-print = 一个文件最多 200 个订单。没有打印。请分几次打印。
error-no-fonts = 商店没有安装打印用的字体，无法生成文件。订单没有变化。请告诉中心。
