#include "Golden.h"

namespace huying
{

namespace
{

const Instant moment { std::chrono::milliseconds { 1'689'125'460'000 } };
const Day july12 { std::chrono::year { 2023 } / 7 / 12 };
const Uuid parent = *uuidFromText("018f2b6e-7c31-7a05-9b0c-0123456789ab");

Reported report()
{
    return { .number = "D1-20230712-0031",
        .channel = Channel::Hotline,
        .category = { "0903" },
        .deadlineClass = DeadlineClass::PublicService,
        .title = "路灯不亮",
        .detail = "村口\"第三盏\"\t路灯",
        .place = { .region = { "130529100201003" },
            .text = "东大街\n南口",
            .point = GeoPoint { 1'150'351'234, 372'205'678 },
            .datum = Datum::Gcj02,
            .pointAsGiven = GeoPoint { 1'150'411'111, 372'215'555 } },
        .importance = 2,
        .origin = { "12345", "XT-77" },
        .given = GivenDeadline { moment },
        .citizen = { "王某", "13900000000" } };
}

} // namespace

Reported lampReport()
{
    return report();
}

std::vector<GoldenContent> goldenContents()
{
    const Attachment picture { .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        .type = MediaType::Jpeg,
        .bytes = 51'234,
        .width = 1280,
        .height = 960,
        .name = "20230712-1.jpg" };
    std::vector<GoldenContent> all;
    const auto row = [&](TicketContent content, const char *text) { all.push_back({ std::move(content), text }); };
    row(report(),
        R"({"category":"0903","channel":"hotline","deadlineClass":"public-service","detail":"村口\"第三盏\"\t路灯","given":{"due":1689125460000},"importance":2,"number":"D1-20230712-0031","origin":{"id":"XT-77","system":"12345"},"place":{"datum":"gcj-02","point":[1150351234,372205678],"pointAsGiven":[1150411111,372215555],"region":"130529100201003","text":"东大街\n南口"},"title":"路灯不亮"})");
    row(Accepted { { "0903" }, DeadlineClass::Emergency, 3 },
        R"({"category":"0903","deadlineClass":"emergency","importance":3})");
    row(Voided { VoidReason::OtherCounty, "属宁晋县" }, R"({"reason":"other-county","text":"属宁晋县"})");
    row(Assigned { { "u01" }, { { "u02" }, { "u03" } }, { "1/0903" }, "请核实" },
        R"({"basis":"1/0903","cooperating":["u02","u03"],"lead":"u01","note":"请核实"})");
    row(HandlingBegun { "李工" }, R"({"handler":"李工"})");
    row(FirstAnswered { "已派人" }, R"({"text":"已派人"})");
    row(Returned { "非本单位" }, R"({"reason":"非本单位"})");
    row(Disputed { "交界" }, R"({"reason":"交界"})");
    row(Ruled { { "u01" }, {}, "按区划", true }, R"({"forTheList":true,"lead":"u01","text":"按区划"})");
    row(ExtensionAsked { { .workingDays = 3, .until = {} }, "等料" },
        R"({"reason":"等料","wanted":{"workingDays":3}})");
    row(ExtensionGranted { { .workingDays = {}, .until = moment }, "" }, R"({"granted":{"until":1689125460000}})");
    row(ExtensionRefused { "可按时" }, R"({"reason":"可按时"})");
    row(PutOnAccount { "待资金", "张局", july12 }, R"({"owner":"张局","reason":"待资金","reviewOn":"2023-07-12"})");
    row(Resumed { "到位" }, R"({"reason":"到位"})");
    row(Conferred { july12, { { "u01" }, { "u02" } }, "共同整治" },
        R"({"conclusion":"共同整治","on":"2023-07-12","units":["u01","u02"]})");
    row(Urged { UrgingLevel::WrittenOrder, "限期" }, R"({"level":"written-order","text":"限期"})");
    row(Answered { "已修复" }, R"({"text":"已修复"})");
    row(Rated { Rating::Dissatisfied, "" }, R"({"rating":"dissatisfied"})");
    row(FollowedUp { true, "已说明" }, R"({"satisfied":true,"text":"已说明"})");
    row(CalledBack { CallBackMeans::Visit, true, false, true, "" },
        R"({"accepted":true,"done":false,"lawful":true,"means":"visit"})");
    row(Joined { parent }, R"({"parent":"018f2b6e-7c31-7a05-9b0c-0123456789ab"})");
    row(Separated { parent, "两处" }, R"({"parent":"018f2b6e-7c31-7a05-9b0c-0123456789ab","reason":"两处"})");
    row(DuplicateAdded { parent }, R"({"child":"018f2b6e-7c31-7a05-9b0c-0123456789ab"})");
    row(DuplicateRemoved { parent }, R"({"child":"018f2b6e-7c31-7a05-9b0c-0123456789ab"})");
    row(ClosedWithParent { parent, "同上" }, R"({"parent":"018f2b6e-7c31-7a05-9b0c-0123456789ab","text":"同上"})");
    row(Reopened { "又坏" }, R"({"reason":"又坏"})");
    row(Noted { "更正" }, R"({"text":"更正"})");
    row(Undone { parent }, R"({"event":"018f2b6e-7c31-7a05-9b0c-0123456789ab"})");
    row(PhotosAdded { "修好后", { picture } },
        R"({"attachments":[{"bytes":51234,"height":960,"name":"20230712-1.jpg","sha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","type":"image/jpeg","width":1280}],"text":"修好后"})");
    return all;
}

std::vector<GoldenFact> goldenFacts()
{
    std::vector<GoldenFact> all;
    const auto row = [&](CountyFact fact, const char *text) { all.push_back({ std::move(fact), text }); };
    row(Region { .code = { "130529100201" },
            .name = "东街村",
            .level = RegionLevel::Village,
            .from = july12,
            .until = {},
            .residents = 1100,
            .residentsOver60 = 240,
            .households = 330,
            .isUrban = true,
            .isSchematic = true,
            .centre = { 1'150'000'000, 372'000'000 },
            .shape = { { { { 1, 2 }, { 3, 4 }, { -5, 6 } }, { { 7, 8 } } } } },
        R"({"centre":[1150000000,372000000],"code":"130529100201","from":"2023-07-12","households":330,"isSchematic":true,"isUrban":true,"level":"village","name":"东街村","residents":1100,"residentsOver60":240,"shape":[[[[1,2],[3,4],[-5,6]],[[7,8]]]]})");
    row(Unit { { "u01" }, "供水服务中心", UnitKind::Department, {} },
        R"({"code":"u01","kind":"department","name":"供水服务中心"})");
    row(Category { { "0903" }, "路灯", DeadlineClass::PublicService, { "u01" }, { { "u02" } } },
        R"({"code":"0903","cooperating":["u02"],"deadlineClass":"public-service","lead":"u01","name":"路灯"})");
    row(GridMember { { "g0001" }, { "130529100201003" }, { "赵某", "13800000000" } },
        R"({"code":"g0001","grid":"130529100201003"})");
    row(HolidayNotice { 2023, "通知", "国办发明电〔2022〕16号", july12, { { "春节", july12, july12 } },
            { { "春节", july12 } } },
        R"({"daysOff":[{"first":"2023-07-12","last":"2023-07-12","name":"春节"}],"documentNumber":"国办发明电〔2022〕16号","issuedOn":"2023-07-12","makeUpDays":[{"day":"2023-07-12","name":"春节"}],"title":"通知","year":2023})");
    row(ReferenceLayer { "公共场所", "places.geojson", "GCJ-02",
            { { "学校", { { 1, 2 } }, {}, {} }, { "", {}, { { { 1, 2 }, { 3, 4 } } }, {} },
                { "水塘", {}, {}, { { { { 1, 2 }, { 3, 4 }, { 5, 6 } } } } } } },
        R"({"features":[{"name":"学校","points":[[1,2]]},{"lines":[[[1,2],[3,4]]]},{"areas":[[[[1,2],[3,4],[5,6]]]],"name":"水塘"}],"file":"places.geojson","name":"公共场所","system":"GCJ-02"})");
    return all;
}

} // namespace huying
