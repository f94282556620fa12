shop-items = { $count ->
    [0] نەرسە يوق
   *[bashqa] { $count } نەرسە
}
