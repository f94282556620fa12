shop-title = ﻩسەل
