using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.Tests.Stories;

/// <summary>What copyists do to a release, and what two reporters have in common.</summary>
public sealed class CopyTests
{
    private static readonly string[] P = Report.Paragraphs(Report.Release);

    public static TheoryData<string, string, string, StoryRelation> Treatments => new()
    {
        { "untouched", Report.Release, "Pencuri Pompa Air Ditangkap", StoryRelation.Identical },
        { "in capitals and with other quotation marks", Report.Release.ToUpperInvariant().Replace('"', '”'), "PENCURI POMPA AIR DITANGKAP", StoryRelation.Identical },
        { "retitled", Report.Release, "Gerobak Daun Singkong Bongkar Pencurian", StoryRelation.Reprint },
        { "trimmed to one paragraph", P[0], "Pencuri Pompa Air Ditangkap", StoryRelation.Reprint },
        { "reordered", Report.Body(P[3], P[1], P[0], P[2]), "Pencuri Pompa Air Ditangkap", StoryRelation.Reprint },
        { "with quotations added", Report.Body(P[0], "\"Kami lega, sebab musim tanam tinggal sepekan lagi,\" tutur Nana Suryana, ketua kelompok tani, yang datang membawa nota pembelian pompa.", P[1], P[2], P[3]), "Pencuri Pompa Air Ditangkap", StoryRelation.Reprint },
        { "reworked", Report.Body("Gerobak sayur yang terlalu berat membuat polisi curiga. Di dalamnya, di bawah daun singkong, ada tiga pompa air.", "\"Gerobaknya berat, padahal daun saja. Anggota curiga lalu menghentikan,\" ujar Asep, Selasa (4/3/2025).", "DN (33), si pendorong, mengaku hendak menjual pompa ke bengkel di Leles."), "Gerobak Terlalu Berat", StoryRelation.Reworked },
        { "a report of its own", Report.Own, "Goresan Cat Hijau di Pompa Curian", StoryRelation.Independent },
    };

    [Theory]
    [MemberData(nameof(Treatments))]
    public void What_was_done_to_a_release_is_told(string treatment, string body, string title, StoryRelation relation)
    {
        var (release, other) = (Report.Profile(Report.Release), Report.Profile(body, title));

        Assert.True(relation == CopyComparison.Of(release, other).Relation, $"{treatment}: {CopyComparison.Of(release, other)}");
        Assert.Equal(relation, CopyComparison.Of(other, release).Relation);
    }

    [Fact]
    public void A_part_of_a_text_keeps_its_place_in_the_index()
    {
        var brief = Report.Profile(P[1]);

        Assert.True(StoryKeys.OfText(Report.Profile(Report.Release)).Intersect(StoryKeys.OfText(brief)).Count() >= StoryKeys.FewestShared);
    }

    [Fact]
    public void Shared_passages_are_the_same_words_in_both_texts()
    {
        var other = Report.Body(P[3], "Warga bersyukur.", P[0].Replace("GARUT", "GARUT, KABAR SAWAH"), P[2]);
        var passages = new SharedPassages(new WordReader()).Find(Report.Release, other);

        Assert.Equal(3, passages.Count);
        Assert.All(passages, p => Assert.Equal(Report.Release[p.Start..(p.Start + p.Length)], other[p.OtherStart..(p.OtherStart + p.OtherLength)]));
        Assert.StartsWith("Polsek Tarogong Kidul menangkap", Report.Release[passages[0].Start..], StringComparison.Ordinal);
        Assert.Empty(new SharedPassages(new WordReader()).Find(Report.Release, Report.Own));
    }

    [Fact]
    public void Hashes_are_the_same_in_every_process()
    {
        // Stored fingerprints meet those of other processes and later versions: these values may change only with StoryProfileBytes.Version.
        Assert.Equal(1, StoryProfileBytes.Version);
        Assert.Equal(Known, StoryKeys.OfText(Report.Profile("Satu dua tiga empat lima enam tujuh.")));
    }

    private static readonly long[] Known = [44353770, 1563001725, 1787042824, 1871519914];
}
