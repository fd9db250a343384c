using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>What is no rule is told so in one word, before anything is made of it.</summary>
public sealed class RuleCheckTests
{
    private static readonly DateOnly s_today = new(2026, 11, 29);

    [Theory]
    [InlineData("Sikawan", "61.72", "abbr", null)]
    [InlineData("  Si  kawan ", "61.72", "town", null)]
    [InlineData("SKW", "61.72", "abbr", null)]
    [InlineData("", "61.72", "abbr", RuleFault.Empty)]
    [InlineData("S", "61.72", "abbr", RuleFault.TooShort)]
    [InlineData("sk", "61.72", "abbr", RuleFault.TooShort)]
    [InlineData("1234", "61.72", "abbr", RuleFault.NoLetters)]
    [InlineData("dan", "61.72", "abbr", RuleFault.StopWord)]
    [InlineData("Kota Yang Baru", "61.72", "abbr", RuleFault.StopWord)]
    [InlineData("Sing*", "61.72", "abbr", RuleFault.Wildcard)]
    [InlineData(".*", "61.72", "abbr", RuleFault.Wildcard)]
    [InlineData("[a-z]+", "61.72", "abbr", RuleFault.Wildcard)]
    [InlineData("Sikawan", "99.99", "abbr", RuleFault.UnknownRegion)]
    [InlineData("Sikawan", "", "abbr", RuleFault.UnknownRegion)]
    [InlineData("Sikawan", "61.72", "weak", RuleFault.UnknownAliasKind)]
    [InlineData("Pontianak", "61.72", "spelling", RuleFault.OfficialName)]
    [InlineData("Jaktim", "31.75", "abbr", RuleFault.Duplicate)]
    [InlineData("jak-tim", "31.75", "abbr", RuleFault.Duplicate)]
    public void Names_of_regions(string name, string code, string kind, RuleFault? fault) => Look(RuleTable.RegionAlias, [name, code, kind], fault);

    [Theory]
    [InlineData("narkotika", "2", "serbuk setan", null)]
    [InlineData("narkotika", "mask", "Serbuk  Kayu", null)]
    [InlineData("narkotika", "2", "serbuk|bubuk setan* & polisi|petugas", null)]
    [InlineData("narkotika", "2", "", RuleFault.Empty)]
    [InlineData("narkotika", "2", "yang", RuleFault.StopWord)]
    [InlineData("narkotika", "2", "sabu|dan", RuleFault.StopWord)]
    [InlineData("narkotika", "2", "polisi & warga", RuleFault.StopWord)]
    [InlineData("narkotika", "2", "*", RuleFault.Wildcard)]
    [InlineData("narkotika", "2", "sab*", RuleFault.Wildcard)]
    [InlineData("narkotika", "2", "s.*u", RuleFault.Wildcard)]
    [InlineData("narkotika", "2", "(sabu)+", RuleFault.Wildcard)]
    [InlineData("narkotika", "2", "sabu|", RuleFault.Wildcard)]
    [InlineData("narkotika", "2", "sabu & ", RuleFault.Wildcard)]
    [InlineData("narkotika", "2", "s", RuleFault.TooShort)]
    [InlineData("narkotika", "9", "serbuk setan", RuleFault.BadWeight)]
    [InlineData("narkotika", "need", "serbuk setan", RuleFault.BadWeight)]
    [InlineData("bukan-topik", "2", "serbuk setan", RuleFault.UnknownTopic)]
    [InlineData("nataru", "3", "nataru", RuleFault.Duplicate)]
    public void Cues_of_topics(string topic, string weight, string pattern, RuleFault? fault) => Look(RuleTable.TopicCue, [topic, weight, pattern], fault);

    [Theory]
    [InlineData("lalu-lintas", "Lalu Lintas", "Kecelakaan, kemacetan, dan penertiban di jalan.", null)]
    [InlineData("Lalu Lintas", "Lalu Lintas", "Kecelakaan, kemacetan, dan penertiban di jalan.", RuleFault.BadSlug)]
    [InlineData("lalu-lintas", "Narkotika", "Kecelakaan, kemacetan, dan penertiban di jalan.", RuleFault.Duplicate)]
    [InlineData("narkotika", "Narkoba", "Peredaran dan pemberantasannya di daerah.", RuleFault.Duplicate)]
    [InlineData("lalu-lintas", "", "Kecelakaan, kemacetan, dan penertiban di jalan.", RuleFault.Empty)]
    public void Topics(string slug, string name, string description, RuleFault? fault) => Look(RuleTable.Topic, [slug, name, description], fault);

    [Theory]
    [InlineData("polres-kepulauan-uji", "polres", "Polres Kepulauan Uji", "61.72", "", "polda-kalimantan-barat", null)]
    [InlineData("komisi-uji-coba", "lembaga", "Komisi Uji Coba Nasional", "", "", "", null)]
    [InlineData("polres-uji", "bukan-jenis", "Polres Uji", "61.72", "", "", RuleFault.UnknownKind)]
    [InlineData("polres-uji", "polres", "Polres Uji", "", "", "", RuleFault.UnknownRegion)]
    [InlineData("polres-uji", "polres", "Polres Uji", "61.72", "61.99", "", RuleFault.UnknownRegion)]
    [InlineData("polres-uji", "polres", "Polres Uji", "61.72", "", "polda-entah", RuleFault.UnknownAgency)]
    [InlineData("polres-uji", "polres", "Polres", "61.72", "", "", RuleFault.StopWord)]
    [InlineData("polres-uji", "polres", "Kepolisian Resor", "61.72", "", "", RuleFault.KindName)]
    [InlineData("bnn", "bnn", "BNN Lain", "", "", "", RuleFault.Duplicate)]
    public void Agencies(string slug, string kind, string name, string region, string more, string parent, RuleFault? fault) => Look(RuleTable.Agency, [slug, kind, name, region, more, parent], fault);

    [Theory]
    [InlineData("bnn", "Badan Anti Madat", null)]
    [InlineData("bnn", "Badan Narkotika Nasional", RuleFault.KindName)]
    [InlineData("bnn", "Singkawang", RuleFault.OfficialName)]
    [InlineData("bnn", "BNPB", RuleFault.KindName)]
    [InlineData("bnn-entah", "Badan Anti Madat", RuleFault.UnknownAgency)]
    [InlineData("bnn", "petugas", RuleFault.StopWord)]
    public void Other_names_of_agencies(string slug, string name, RuleFault? fault) => Look(RuleTable.AgencyAlias, [slug, name], fault);

    [Theory]
    [InlineData("0800-1234 567", "https://contoh.go.id/kontak", "2026-11-28", null)]
    [InlineData("+62 811 234 567", "http://contoh.go.id/", "2026-11-29", null)]
    [InlineData("11", "https://contoh.go.id/", "2026-11-28", RuleFault.BadNumber)]
    [InlineData("seratus", "https://contoh.go.id/", "2026-11-28", RuleFault.BadNumber)]
    [InlineData("110;112", "https://contoh.go.id/", "2026-11-28", RuleFault.BadNumber)]
    [InlineData("1234567890123456", "https://contoh.go.id/", "2026-11-28", RuleFault.BadNumber)]
    [InlineData("0800123", "javascript:alert(1)", "2026-11-28", RuleFault.BadAddress)]
    [InlineData("0800123", "ftp://contoh.go.id/", "2026-11-28", RuleFault.BadAddress)]
    [InlineData("0800123", "contoh.go.id", "2026-11-28", RuleFault.BadAddress)]
    [InlineData("0800123", "https://contoh.go.id/", "2026-11-30", RuleFault.BadDay)]
    [InlineData("0800123", "https://contoh.go.id/", "kemarin", RuleFault.BadDay)]
    [InlineData("110", "https://contoh.go.id/", "2026-11-28", RuleFault.Duplicate)]
    public void Numbers_to_call(string number, string source, string day, RuleFault? fault) =>
        Look(RuleTable.Contact, [number, "Layanan Uji", "Untuk mencoba apakah nomor diterima.", "bencana", "bpbd", source, day], fault);

    [Fact]
    public void What_others_rely_on_can_not_be_taken_away()
    {
        Assert.Equal(RuleFault.LastingTopic, Faults(new RuleProposal(RuleTable.Topic, "narkotika", null, null)).Single());
        Assert.Equal(RuleFault.OperationUnit, Faults(new RuleProposal(RuleTable.Agency, "polda-jawa-barat", null, null)).Single());
        Assert.Equal(RuleFault.NotThere, Faults(new RuleProposal(RuleTable.Topic, "tidak-ada", null, null)).Single());
        Assert.Empty(Faults(new RuleProposal(RuleTable.Topic, "unjuk-rasa", null, null)));
        var need = RuleSet.Shipped.Rows[RuleTable.TopicCue].First(r => r.Value[1] == "need").Key;
        Assert.Equal(RuleFault.NotEditable, Faults(new RuleProposal(RuleTable.TopicCue, need, null, null)).Single());
        Assert.Equal(RuleFault.Unchanged, Faults(new RuleProposal(RuleTable.Topic, "narkotika", RuleSet.Shipped.Rows.Find(RuleTable.Topic, "narkotika"), null)).Single());
        Assert.Equal(RuleFault.NotEditable, Faults(new RuleProposal(RuleTable.Topic, "narkotika", ["narkoba", "Narkoba", "Peredaran dan pemberantasannya."], null)).Single());
    }

    [Fact]
    public void What_may_be_meant_otherwise_is_told_and_does_not_stop()
    {
        Assert.Contains(Check(RuleTable.RegionAlias, ["Jaktim", "61.72", "abbr"]).Warnings, w => w.Sort is RuleWarning.AlsoPlace && w.Subject!.Contains("31.75", StringComparison.Ordinal));
        Assert.Contains(Check(RuleTable.RegionAlias, ["Sawah", "61.72", "town"]).Warnings, w => w.Sort is RuleWarning.EverydayWord);
        Assert.Contains(Check(RuleTable.RegionAlias, ["SKW", "61.72", "abbr"]).Warnings, w => w.Sort is RuleWarning.CommonAbbreviation);
    }

    /// <summary>The quick look never says no where a rule would speak.</summary>
    [Theory]
    [InlineData("Jak-Tim", true)]
    [InlineData("JAK TIM", true)]
    [InlineData("jaktim", true)]
    [InlineData("Jakarta Timur", false)]
    public void Texts_that_a_name_can_touch(string text, bool touched) => Assert.Equal(touched, RuleReach.OfName("Jaktim").Touches("Kabar", $"Warga {text} berjaga."));

    [Theory]
    [InlineData("Menculiknya di pasar", true)]
    [InlineData("MENCULIK di gang pasar", true)]
    [InlineData("menculik di gang", false)]
    [InlineData("pasar", false)]
    public void Texts_that_a_cue_can_touch(string text, bool touched) => Assert.Equal(touched, RuleReach.OfCue("menculik|merampas & pasar*").Touches("Kabar", text));

    private static void Look(RuleTable table, string[] cells, RuleFault? fault)
    {
        var faults = Faults(new RuleProposal(table, null, cells, null));
        if (fault is { } expected)
        {
            Assert.Contains(expected, faults);
        }
        else
        {
            Assert.Empty(faults);
        }
    }

    private static CheckedRule Check(RuleTable table, string[] cells) => new RuleCheck(RuleSet.Shipped, s_today).Check(new RuleProposal(table, null, cells, null));

    private static List<RuleFault> Faults(RuleProposal proposal) => [.. new RuleCheck(RuleSet.Shipped, s_today).Check(proposal).Faults.Select(f => f.Sort)];
}
