import OntologyModel

extension GraphStyle {
  static let entities: [(EntityType, String, String)] = [
    (.province, "省级", "#9ECAE1"), (.prefecture, "地级", "#C6DBEF"), (.district, "市辖区", "#A1D99B"),
    (.county, "县级", "#FDD0A2"), (.township, "乡级", "#FEE6CE"), (.village, "村", "#FFF5EB"),
    (.enterprise, "企业", "#DADAEB"), (.agency, "机关", "#D9D9D9"), (.institution, "事业单位", "#FDE0DD"),
    (.organization, "社会组织", "#E0F3DB"), (.programme, "项目", "#FFFFB3"),
  ]

  static let relations: [(RelationType, String, String)] = [
    (.assists, "帮扶", "#4C566A"), (.runs, "实施", "#B15928"), (.participates, "参与", "#6A3D9A"),
    (.benefits, "惠及", "#33A02C"), (.locatedIn, "位于", "#BBBBBB"),
  ]

  static let helpFields: [(String, String, String)] = [
    ("pairing", "结对", "#4C566A"), ("industry", "产业", "#D55E00"), ("employment", "就业", "#E69F00"),
    ("education", "教育", "#0072B2"), ("health", "医疗", "#CC3311"), ("consumption", "消费", "#009E73"),
    ("culture_tourism", "文化旅游", "#AA4499"), ("technology", "科技", "#56B4E9"),
    ("finance", "资金", "#B8860B"), ("infrastructure", "基础设施", "#8B5A2B"),
    ("talent", "人才", "#332288"), ("social", "社会帮扶", "#EE6677"),
  ]

  static let provinces: [(Int, String)] = [
    (11, "北京市"), (12, "天津市"), (13, "河北省"), (14, "山西省"), (15, "内蒙古自治区"), (21, "辽宁省"),
    (22, "吉林省"), (23, "黑龙江省"), (31, "上海市"), (32, "江苏省"), (33, "浙江省"), (34, "安徽省"),
    (35, "福建省"), (36, "江西省"), (37, "山东省"), (41, "河南省"), (42, "湖北省"), (43, "湖南省"),
    (44, "广东省"), (45, "广西壮族自治区"), (46, "海南省"), (50, "重庆市"), (51, "四川省"), (52, "贵州省"),
    (53, "云南省"), (54, "西藏自治区"), (61, "陕西省"), (62, "甘肃省"), (63, "青海省"), (64, "宁夏回族自治区"),
    (65, "新疆维吾尔自治区"), (71, "台湾省"), (81, "香港特别行政区"), (82, "澳门特别行政区"),
  ]
}
