### 售罄商品的到货通知。

restock-link = 到货通知我
restock-phone-hint = 短信会发到这个号码。
restock-text = 可以购买时，您会收到一条短信。到货不多时，每有一件约通知三人，先登记的先通知，先买先得。号码不作他用，短信发出一天后删除；一直没有到货，则 180 天后删除。
restock-ask = 通知我
restock-asked = 已登记。可以购买时，这个号码会收到一条短信；号码主人已停止接收的除外。
restock-there = 现在就可以购买。
restock-product = 返回商品页
restock-never = 本店不向这类号码发送短信。
restock-most = 这个号码登记的商品已达上限。其中一种到货后，可以再登记。
restock-told-title = 到货了
restock-told-gone = 该商品目前没有上架。
restock-stop-text = 您本人，或填写了您号码的人，登记了到货通知。您可以让这个号码不再收到这类短信，无论谁登记。
restock-stop = 不再接收这类短信
restock-stopped = 这个号码不会再收到这类短信。
restock-allow = 重新接收这类短信
