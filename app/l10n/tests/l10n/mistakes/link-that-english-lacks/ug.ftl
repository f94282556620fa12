cart-pay = بۇ يەردە تۆلەڭ: ⁦bazar-tolesh.com⁩
