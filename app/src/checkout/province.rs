//! Names of the provinces.

use domain::Province;
use l10n::{Text, t};

/// The name of a province, as it stands in an address.
pub(crate) const fn province_name(province: Province) -> Text {
    match province {
        Province::Beijing => t::CHECKOUT_PROVINCE_11,
        Province::Tianjin => t::CHECKOUT_PROVINCE_12,
        Province::Hebei => t::CHECKOUT_PROVINCE_13,
        Province::Shanxi => t::CHECKOUT_PROVINCE_14,
        Province::InnerMongolia => t::CHECKOUT_PROVINCE_15,
        Province::Liaoning => t::CHECKOUT_PROVINCE_21,
        Province::Jilin => t::CHECKOUT_PROVINCE_22,
        Province::Heilongjiang => t::CHECKOUT_PROVINCE_23,
        Province::Shanghai => t::CHECKOUT_PROVINCE_31,
        Province::Jiangsu => t::CHECKOUT_PROVINCE_32,
        Province::Zhejiang => t::CHECKOUT_PROVINCE_33,
        Province::Anhui => t::CHECKOUT_PROVINCE_34,
        Province::Fujian => t::CHECKOUT_PROVINCE_35,
        Province::Jiangxi => t::CHECKOUT_PROVINCE_36,
        Province::Shandong => t::CHECKOUT_PROVINCE_37,
        Province::Henan => t::CHECKOUT_PROVINCE_41,
        Province::Hubei => t::CHECKOUT_PROVINCE_42,
        Province::Hunan => t::CHECKOUT_PROVINCE_43,
        Province::Guangdong => t::CHECKOUT_PROVINCE_44,
        Province::Guangxi => t::CHECKOUT_PROVINCE_45,
        Province::Hainan => t::CHECKOUT_PROVINCE_46,
        Province::Chongqing => t::CHECKOUT_PROVINCE_50,
        Province::Sichuan => t::CHECKOUT_PROVINCE_51,
        Province::Guizhou => t::CHECKOUT_PROVINCE_52,
        Province::Yunnan => t::CHECKOUT_PROVINCE_53,
        Province::Tibet => t::CHECKOUT_PROVINCE_54,
        Province::Shaanxi => t::CHECKOUT_PROVINCE_61,
        Province::Gansu => t::CHECKOUT_PROVINCE_62,
        Province::Qinghai => t::CHECKOUT_PROVINCE_63,
        Province::Ningxia => t::CHECKOUT_PROVINCE_64,
        Province::Xinjiang => t::CHECKOUT_PROVINCE_65,
        Province::Taiwan => t::CHECKOUT_PROVINCE_71,
        Province::HongKong => t::CHECKOUT_PROVINCE_81,
        Province::Macau => t::CHECKOUT_PROVINCE_82,
    }
}
