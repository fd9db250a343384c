using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Tagging;

/// <summary>Police and army borders by day, and units that share a name.</summary>
public sealed class TerritoryTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("polresta-tangerang", "2016-01-25", "polda-metro-jaya")]
    [InlineData("polresta-tangerang", "2016-01-26", "polda-banten")]
    [InlineData("polresta-tangerang", null, "polda-banten")]
    public void Polresta_Tangerang_moved_to_Banten(string slug, string? day, string parent) => Assert.Equal(parent, ReferenceData.Territories().On(slug, Day(day))!.Parent);

    [Theory]
    [InlineData("polda-metro-jaya", "36.71", "2024-05-01", true)]
    [InlineData("polda-metro-jaya", "32.16", "2024-05-01", true)]
    [InlineData("polda-metro-jaya", "36.03", "2024-05-01", false)]
    [InlineData("polda-metro-jaya", "36.03", "2015-05-01", true)]
    [InlineData("polda-jawa-barat", "32.76", "2024-05-01", false)]
    [InlineData("polda-jawa-barat", "32.73", "2024-05-01", true)]
    [InlineData("kodam-xii-tanjungpura", "62.71", "2025-08-09", true)]
    [InlineData("kodam-xii-tanjungpura", "62.71", "2025-08-10", false)]
    [InlineData("kodam-xxii-tambun-bungai", "62.71", "2025-08-09", false)]
    [InlineData("kodam-xxii-tambun-bungai", "62.71", null, true)]
    public void What_a_unit_covers_on_a_day(string slug, string code, string? day, bool covered) => Assert.Equal(covered, ReferenceData.Territories().On(slug, Day(day))!.Covers(code));

    [Theory]
    [InlineData("Polda Metro Jaya menangkap begal di Depok, Jawa Barat.", "32.76")]
    [InlineData("Polres Banjar menggelar patroli di Kota Banjar, Jawa Barat.", "32.79")]
    [InlineData("Polres Banjar menggelar patroli di Martapura, Kabupaten Banjar.", "63.03.05 63.03")]
    public void A_unit_abroad_of_its_province_says_nothing_of_its_seat(string text, string codes) =>
        Assert.Subset(codes.Split(' ').ToHashSet(), tagger.Instance.Tag(Document.Of(text)).Tags.Where(t => t.Kind is TagKind.Region).Select(t => t.Key).ToHashSet());

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
