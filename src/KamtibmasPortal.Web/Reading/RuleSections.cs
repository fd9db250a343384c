using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Texts;

namespace KamtibmasPortal.Web.Reading;

/// <summary>The tables of rules as addresses name them, and their cells as forms show them.</summary>
public static class RuleSections
{
    public const string SectionName = "bagian";
    public const string WordsName = "cari";
    public const string ChangedName = "diubah";
    public const string KeyName = "baris";
    public const string RemoveName = "hapus";

    public static readonly IReadOnlyList<(RuleTable Table, string Word)> All =
    [
        (RuleTable.RegionAlias, "wilayah"), (RuleTable.TopicCue, "kata"), (RuleTable.Topic, "topik"),
        (RuleTable.Agency, "instansi"), (RuleTable.AgencyAlias, "sebutan"), (RuleTable.Contact, "nomor"),
    ];

    /// <summary>The table of a word; null for a word of somebody else.</summary>
    public static RuleTable? Read(string? word) => All.Where(s => s.Word == word).Select(s => (RuleTable?)s.Table).FirstOrDefault();

    public static string WordOf(RuleTable table) => All.First(s => s.Table == table).Word;

    public static string Address(RuleTable table) => $"{Addresses.Rules}?{SectionName}={WordOf(table)}";

    /// <summary>The form for a new row, or for a row that is there.</summary>
    public static string Form(RuleTable table, string? key = null, bool removes = false) =>
        $"{Addresses.RuleForm}?{SectionName}={WordOf(table)}{(key is null ? "" : $"&{KeyName}={Uri.EscapeDataString(key)}")}{(removes ? $"&{RemoveName}=ya" : "")}";

    public static IReadOnlyList<RuleField> Fields(RuleTable table, RuleSet rules) => RuleFields.Of(
        table,
        [.. rules.Topics.Select(t => (t.Slug, t.Name))],
        [.. ReferenceData.AgencyKinds().Select(k => (k.Slug, k.Name)).OrderBy(k => k.Name, StringComparer.Ordinal)]);

    /// <summary>A row in few words: the cells that tell it from others.</summary>
    public static string Title(RuleTable table, IReadOnlyList<string> cells) => table switch
    {
        RuleTable.RegionAlias => $"{cells[0]} → {cells[1]}",
        RuleTable.TopicCue => $"{cells[2]} → {cells[0]}",
        RuleTable.AgencyAlias => $"{cells[1]} → {cells[0]}",
        RuleTable.Contact => $"{cells[0]} {cells[1]}",
        RuleTable.Topic => cells[1],
        _ => cells[2],
    };
}
