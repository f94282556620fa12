//! Where parcels go: the provinces, and the four regions freight is priced by.

use crate::named::named_enum;

named_enum! {
    /// Which freight template a parcel pays by, seen from the district.
    pub enum FreightRegion {
        /// Home: by road within two days.
        Xinjiang = "xinjiang",
        Northwest = "northwest",
        Mainland = "mainland",
        /// Tibet, Hong Kong, Macau and Taiwan: other carriers, other papers.
        Remote = "remote",
    }
}

/// One table gives each province its variant, its code and its ISO 3166-2 code.
macro_rules! provinces {
    ($( $variant:ident $code:literal $iso:literal, )+) => {
        named_enum! {
            /// A province-level unit, named by the first two digits of its GB/T 2260 code, in the
            /// order of these codes.
            pub enum Province {
                $( $variant = $code, )+
            }
        }

        impl Province {
            /// The ISO 3166-2 code, such as `CN-XJ`.
            pub const fn iso(self) -> &'static str {
                match self {
                    $( Self::$variant => $iso, )+
                }
            }
        }
    };
}

provinces! {
    Beijing "11" "CN-BJ",
    Tianjin "12" "CN-TJ",
    Hebei "13" "CN-HE",
    Shanxi "14" "CN-SX",
    InnerMongolia "15" "CN-NM",
    Liaoning "21" "CN-LN",
    Jilin "22" "CN-JL",
    Heilongjiang "23" "CN-HL",
    Shanghai "31" "CN-SH",
    Jiangsu "32" "CN-JS",
    Zhejiang "33" "CN-ZJ",
    Anhui "34" "CN-AH",
    Fujian "35" "CN-FJ",
    Jiangxi "36" "CN-JX",
    Shandong "37" "CN-SD",
    Henan "41" "CN-HA",
    Hubei "42" "CN-HB",
    Hunan "43" "CN-HN",
    Guangdong "44" "CN-GD",
    Guangxi "45" "CN-GX",
    Hainan "46" "CN-HI",
    Chongqing "50" "CN-CQ",
    Sichuan "51" "CN-SC",
    Guizhou "52" "CN-GZ",
    Yunnan "53" "CN-YN",
    Tibet "54" "CN-XZ",
    Shaanxi "61" "CN-SN",
    Gansu "62" "CN-GS",
    Qinghai "63" "CN-QH",
    Ningxia "64" "CN-NX",
    Xinjiang "65" "CN-XJ",
    Taiwan "71" "CN-TW",
    HongKong "81" "CN-HK",
    Macau "82" "CN-MO",
}

impl Province {
    /// The two digits, such as `65`.
    pub const fn code(self) -> &'static str {
        self.as_str()
    }

    /// The province with exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::parse(code)
    }

    /// The region its freight is priced by.
    pub const fn region(self) -> FreightRegion {
        match self {
            Self::Xinjiang => FreightRegion::Xinjiang,
            Self::Shaanxi | Self::Gansu | Self::Qinghai | Self::Ningxia => FreightRegion::Northwest,
            Self::Tibet | Self::HongKong | Self::Macau | Self::Taiwan => FreightRegion::Remote,
            _ => FreightRegion::Mainland,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_34_provinces_each_with_its_own_codes() {
        assert_eq!(Province::ALL.len(), 34);
        assert_eq!(BTreeSet::from(Province::ALL.map(Province::iso)).len(), 34);
        assert!(Province::ALL.is_sorted_by_key(|province| province.code()));
        assert_eq!(Province::from_code("65"), Some(Province::Xinjiang));
        assert_eq!(Province::Xinjiang.iso(), "CN-XJ");
        assert_eq!(Province::from_code("66"), None);
    }

    #[test]
    fn freight_goes_by_distance_and_by_border() {
        let in_region = |region| Province::ALL.iter().filter(|p| p.region() == region).count();
        assert_eq!(FreightRegion::ALL.map(in_region), [1, 4, 25, 4]);
        assert_eq!(Province::Guangdong.region(), FreightRegion::Mainland);
    }
}
