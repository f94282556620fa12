# Kazakh in Arabic letters, a fixture of the tests. What it lacks is said in its fallback.

checkout-title = تاپسىرىس بەرۋ
checkout-recipient = الۋشى
checkout-name = اتى
checkout-phone = تەلەفون ٴنومىرى
checkout-delivery = جەتكىزۋ
checkout-station = تاۋار الۋ ورنى
checkout-payment = تولەم ٴتاسىلى
checkout-summary = تاپسىرىسىڭىز
checkout-total = جيىنى
checkout-place = تاپسىرىس بەرۋ
