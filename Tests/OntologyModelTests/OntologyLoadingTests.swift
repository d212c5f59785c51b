import OntologyModel
import SourceText
import Testing

@Suite("The ontology of the package")
struct OntologyLoadingTests {
  let ontology: Ontology

  init() throws { ontology = try OntologyFolder.loaded.get() }

  @Test("holds the units of the country by level")
  func counts() {
    let living = ontology.places.filter { !$0.isFormer }
    #expect(living.filter { $0.level == .province }.count == 34)
    #expect(living.filter { $0.level == .prefecture }.count == 333)
    #expect(living.filter { $0.level == .county }.count == 2847)
    #expect(living.filter { $0.level == .township }.count > 38_700)
    #expect(living.filter { $0.level == .village }.count > 25_000)
    #expect(ontology.organizations.count > 3500)
    #expect(ontology.fields.count == 12)
    #expect(ontology.placeByEntityID.count == living.count)
  }

  @Test("numbers places by position and keeps parents above children")
  func structure() {
    for (position, place) in ontology.places.enumerated() {
      #expect(place.index == position)
      guard let parent = place.parent else {
        #expect(place.level == .province)
        continue
      }
      #expect(ontology.places[parent].level < place.level)
      if !place.isFormer { #expect(!ontology.places[parent].isFormer) }
    }
  }

  @Test("finds every living place by its id")
  func ids() {
    for place in ontology.places where !place.isFormer {
      #expect(ontology.placeByEntityID[place.entityID] == place.index)
    }
    #expect(ontology.placeByEntityID["place:540222/年堆乡"].map { ontology.places[$0].type } == .township)
    #expect(ontology.placeByEntityID["place:999999"] == nil)
    #expect(ontology.placeByEntityID["place:532233"] == nil, "a former code")
  }

  @Test(
    "gives strong forms to autonomous and banner names",
    arguments: [
      ("532500", "红河州"), ("532300", "楚雄州"), ("533400", "迪庆州"), ("532900", "大理州"), ("533100", "德宏州"),
      ("532600", "文山州"), ("422800", "恩施州"), ("433100", "湘西州"), ("652700", "博州"), ("652300", "昌吉州"),
      ("654000", "伊犁州"), ("652800", "巴州"), ("653000", "克州"), ("513400", "凉山州"), ("513300", "甘孜州"),
      ("513200", "阿坝州"), ("622900", "临夏州"), ("623000", "甘南州"), ("632200", "海北州"), ("632800", "海西州"),
      ("632500", "海南州"), ("522300", "黔西南州"), ("522600", "黔东南州"), ("522700", "黔南州"), ("532800", "版纳州"),
      ("530129", "寻甸县"), ("530128", "禄劝县"), ("533423", "维西县"), ("520325", "道真自治县"),
      ("520326", "务川自治县"), ("654022", "察布查尔县"), ("150522", "科左后旗"), ("150926", "察右前旗"),
      ("150722", "莫力达瓦旗"), ("540202", "桑珠孜区"), ("630222", "民和县"),
    ])
  func strongForms(code: String, form: String) throws {
    let place = ontology.places[try #require(ontology.place(code: code))]
    #expect(place.fullForms.contains(form))
    #expect(place.fullForms.first == place.name)
    if form != place.name { #expect(place.shortNames.contains(form)) }
  }

  @Test(
    "puts the bare name first and keeps it out of the strong forms",
    arguments: [
      ("530326", "会泽"), ("532800", "西双版纳"), ("632500", "海南"), ("320400", "常州"), ("500101", "万州"),
      ("431229", "靖州"), ("511902", "巴州"), ("150000", "内蒙古"), ("150723", "鄂伦春"),
    ])
  func bareForms(code: String, base: String) throws {
    let place = ontology.places[try #require(ontology.place(code: code))]
    #expect(place.shortNames.first == base)
    #expect(!place.fullForms.contains(base))
  }

  @Test("knows the weak short forms", arguments: [("532800", "版纳"), ("150000", "内蒙"), ("653131", "塔县")])
  func weakForms(code: String, form: String) throws {
    let place = ontology.places[try #require(ontology.place(code: code))]
    #expect(place.shortNames.contains(form))
    #expect(!place.fullForms.contains(form))
  }

  @Test("leaves nothing bare of one-character names")
  func shortCounties() throws {
    let county = ontology.places[try #require(ontology.place(code: "610124"))]
    #expect(county.name == "周至县")
    for place in ontology.places where place.level < .township {
      #expect(place.shortNames.allSatisfy { $0.unicodeScalars.count >= 2 })
    }
    #expect(ontology.placesNamed("乾县").contains { ontology.places[$0].shortNames.isEmpty })
  }

  @Test("tells 海南 the province from 海南 the prefecture and the district")
  func namesakes() {
    let codes = ontology.placesNamed("海南").map { ontology.places[$0] }.filter { !$0.isFormer }.map(\.adcode)
    #expect(Set(codes) == ["460000", "632500", "150303"])
    #expect(
      Set(ontology.placesNamed("宝山区").map { ontology.places[$0].adcode }).isSuperset(of: ["310113", "230506"])
    )
  }

  @Test(
    "follows former units to the one that lives",
    arguments: [
      ("中甸县", "533401"), ("水城县", "520204"), ("襄樊市", "420600"), ("日喀则地区", "540200"), ("思茅地区", "530800"),
      ("曲靖地区", "530300"), ("哲里木盟", "150500"), ("鄂西土家族苗族自治州", "422800"), ("海南行政区", "460000"),
    ])
  func successors(name: String, code: String) throws {
    let former = ontology.placesNamed(name).filter {
      ontology.places[$0].isFormer && ontology.places[$0].name == name
    }
    #expect(!former.isEmpty)
    for place in former where !(name == "襄樊市" && ontology.places[place].level != .prefecture) {
      #expect(ontology.places[ontology.living(place)].adcode == code)
    }
  }

  @Test("keeps the code of a former unit that was split without an heir to its name")
  func splitUnits() throws {
    let chaohu = try #require(ontology.places.first { $0.adcode == "341400" && $0.level == .prefecture })
    #expect(chaohu.isFormer && chaohu.successors.count == 3)
    #expect(ontology.living(chaohu.index) == chaohu.index)
    #expect(chaohu.entityID == "place:341400")
  }

  @Test("leads former townships to the living one of their county")
  func formerTownships() throws {
    let misspelt = try #require(ontology.places.first { $0.name == "索呼日麻乡" })
    #expect(misspelt.isFormer)
    #expect(ontology.places[ontology.living(misspelt.index)].entityID == "place:632625/索乎日麻乡")
  }

  @Test(
    "types county-level units by the list of provinces, not by their names",
    arguments: [
      ("310113", EntityType.district), ("210202", .district), ("440305", .district), ("310151", .district),
      ("230506", .county), ("500101", .county), ("530302", .county), ("540202", .county), ("330523", .county),
      ("429021", .county), ("320583", .county), ("420506", .county),
    ])
  func types(code: String, type: EntityType) throws {
    #expect(ontology.places[try #require(ontology.place(code: code))].type == type)
  }

  @Test(
    "takes the side of the nearest unit that has a line",
    arguments: [
      ("310113", 0), ("210200", 0), ("210202", 0), ("210100", 1), ("422801", 2), ("420506", 2), ("420100", 1),
      ("540222", 3), ("632625", 3), ("530326", 2), ("350400", 1), ("350404", 1), ("350100", 0), ("341202", 2),
    ])
  func tiers(code: String, tier: Int) throws {
    #expect(ontology.tier(of: try #require(ontology.place(code: code))) == tier)
  }

  @Test("shortens townships and drops the names of peoples")
  func townshipNames() throws {
    for (id, short) in [
      ("place:540222/年堆乡", ["年堆"]), ("place:310101/南京东路街道", ["南京东路"]), ("place:520325/玉溪镇", ["玉溪"]),
      ("place:530602/布嘎回族乡", ["布嘎"]), ("place:530602/青岗岭回族彝族乡", ["青岗岭"]),
    ] {
      #expect(ontology.places[try #require(ontology.placeByEntityID[id])].shortNames == short)
    }
  }

  @Test("distinguishes villages of one name in one county by their township")
  func villageIDs() {
    let villages = ontology.places.filter { $0.level == .village }
    let long = villages.filter { $0.entityID.split(separator: "/").count == 3 }
    #expect(!long.isEmpty && long.count < 1000)
    #expect(Set(villages.map(\.entityID)).count == villages.count)
  }

  @Test("lets the unmistakable abbreviations stand alone, and no nickname that is a word")
  func abbreviations() {
    let alone = Set(ontology.abbreviations.filter(\.standsAlone).map(\.surface))
    #expect(alone.isSuperset(of: ["沪", "黔", "滇", "渝", "鄂", "粤", "浙", "皖", "闽", "湘", "申城"]))
    #expect(alone.isDisjoint(with: ["青", "新", "云", "川", "宁", "山城", "江城", "春城", "疆", "藏"]))
    #expect(ontology.pairings.contains { ontology.places[$0.helper].adcode == "350000" && $0.name == "闽宁" })
  }

  @Test("makes no alias of a name that needs its city")
  func weakAliases() throws {
    let education = try #require(ontology.organizations.first { $0.name == "上海市教育委员会" })
    #expect(education.aliases.contains("上海市教委"))
    #expect(education.weakAliases.contains("市教委") && !education.aliases.contains("市教委"))
    #expect(education.home.map { ontology.places[$0].adcode } == "310000")
  }

  @Test("reads characters: sounds, shapes, scripts")
  func characters() {
    #expect(ontology.pinyin["泸"] == ["lu"])
    #expect(ontology.pinyin["旅"]?.first == "lv")
    #expect(ontology.lookAlikes["治"]?.contains { $0.0 == "冶" } == true)
    #expect(ontology.simplified["務"] == "务" && ontology.simplified["臺"] == "台")
    for normal: Unicode.Scalar in ["乾", "著", "瞭", "藉", "徵", "后", "里"] {
      #expect(ontology.simplified[normal] == nil)
    }
    #expect(ontology.protectedNames.contains("乾县"))
    #expect(ontology.confusable.contains(Ontology.NamePair("保山", "宝山")))
    #expect(ontology.commonWords.isSuperset(of: ["合作", "比如", "和平"]))
  }
}
