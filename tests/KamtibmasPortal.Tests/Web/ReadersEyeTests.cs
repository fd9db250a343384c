using System.Text.RegularExpressions;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Texts;

namespace KamtibmasPortal.Tests.Web;

/// <summary>What a reader sees on pages: words instead of codes, the likeliest first.</summary>
public sealed partial class ReadersEyeTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Text = """
        Rumah Kontrakan di Pasar Rebo Digerebek

        Jakarta Timur, Senin (6/5/2024) - Polsek Pasar Rebo menggerebek sebuah rumah kontrakan di Kelurahan Gedong, Kecamatan Pasar Rebo, Kota Administrasi Jakarta Timur.

        Kapolsek Pasar Rebo menyebut barang bukti sabu seberat dua ratus gram disita. Pengedar sabu itu kini ditahan. Satpol PP Jakarta Timur ikut berjaga.
        """;

    [Fact]
    public void Every_kind_of_agency_has_a_name_in_words()
    {
        var kinds = ReferenceData.Rows("kinds.tsv").Select(c => c[0]).Concat(ReferenceData.Agencies().Select(a => a.Agency.Kind)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(kinds.Count > 60);
        Assert.DoesNotContain(kinds, k => string.Equals(Bodies.Kind(k), k.Replace('-', ' ').ToUpperInvariant(), StringComparison.Ordinal));
        Assert.Equal(kinds.Count, kinds.Select(Bodies.Kind).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Grounds_of_tags_are_told_in_words()
    {
        var id = await portal.StoreAsync("dasar", Text, Trust.Publish, Display.FullText);

        var page = await portal.TextAsync($"/artikel/{id}");

        Assert.DoesNotMatch(RuleId(), page);
        Assert.Contains("nama wilayah", page, StringComparison.Ordinal);
        Assert.Contains("nama instansi", page, StringComparison.Ordinal);
        Assert.Contains("kata kunci topik", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_within_longer_words_of_one_tag_are_quoted_once()
    {
        var id = await portal.StoreAsync("sarang", Text.Replace("kontrakan", "petak", StringComparison.Ordinal), Trust.Publish, Display.FullText);
        var view = await ViewAsync(id);
        view = view with { Tags = [.. view.Tags.Where(t => t.Tag.Kind is TagKind.Region).Take(1)] };
        var evidence = view.Tags[0].Tag.Evidence;
        var start = view.Article.Body.IndexOf("Kelurahan Gedong", StringComparison.Ordinal);
        evidence.Clear();
        foreach (var (from, length) in new[] { (10, 6), (0, 16), (0, 16), (0, 9), (4, 20) })
        {
            evidence.Add(new TagEvidence(EvidenceField.Body, EvidenceRole.Body, start + from, length, view.Article.Body.Substring(start + from, length), "region.name"));
        }

        var quotations = KamtibmasPortal.Web.Reading.ArticleReading.ForPublic(view).Tags[TagKind.Region].Single().Quotations;

        Assert.Equal([view.Article.Body.Substring(start, 16), view.Article.Body.Substring(start + 4, 20)], quotations.Select(q => q.Words));
    }

    [Theory]
    [InlineData("gedong", "/wilayah/31.75.05.1001")]
    [InlineData("31.75", "/wilayah/31.75")]
    [InlineData("31.75.05.1001", "/wilayah/31.75.05.1001")]
    [InlineData("singkawang", "/wilayah/61.72")]
    [InlineData("jakarta timur", "/wilayah/31.75")]
    [InlineData("bandung", "/wilayah/32.04")]
    public async Task A_place_search_starts_with_what_was_typed(string typed, string expected)
    {
        var page = await portal.TextAsync("/wilayah?cari=" + Uri.EscapeDataString(typed));

        var found = PlaceLink().Matches(page).Select(m => (Address: m.Groups[1].Value, Name: m.Groups[2].Value)).ToList();
        var exact = found.TakeWhile(f => Keys(f.Name).Contains(typed, StringComparer.OrdinalIgnoreCase) || f.Address.EndsWith("/" + typed, StringComparison.Ordinal)).ToList();
        Assert.Contains(expected, exact.Select(f => f.Address), StringComparer.Ordinal);
        Assert.DoesNotContain("id=\"provinsi\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_without_result_still_leads_to_the_provinces() =>
        Assert.Contains("id=\"provinsi\"", await portal.TextAsync("/wilayah?cari=tidakadatempatini"), StringComparison.Ordinal);

    [Fact]
    public async Task The_history_of_an_article_is_no_slug()
    {
        var id = await portal.StoreAsync("riwayat", Text.Replace("Rumah Kontrakan di Pasar Rebo Digerebek", "Riwayat", StringComparison.Ordinal), Trust.Publish, Display.FullText);

        Assert.Contains("Riwayat perubahan</h1>", await portal.TextAsync($"/artikel/{id}/riwayat"), StringComparison.Ordinal);
        Assert.Contains("Riwayat perubahan</h1>", await portal.TextAsync($"/artikel/{id}/Riwayat"), StringComparison.Ordinal);
        Assert.DoesNotContain("/riwayat", KamtibmasPortal.Web.Reading.Addresses.Article(id, "Riwayat"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await portal.Client.GetAsync(KamtibmasPortal.Web.Reading.Addresses.Article(id, "Riwayat"), Stop)).StatusCode);
    }

    [Fact]
    public async Task The_api_names_an_article_before_it_tells_about_it()
    {
        var id = await portal.StoreAsync("urutan", Text.Replace("dua ratus", "tiga ratus", StringComparison.Ordinal), Trust.Publish, Display.FullText);

        Assert.StartsWith($"{{\"id\":\"{id}\",\"url\":", await portal.TextAsync($"/api/v1/articles/{id}"), StringComparison.Ordinal);
    }

    private static string[] Keys(string name) =>
        [name, .. new[] { "Kota Administrasi ", "Kabupaten Administrasi ", "Kota ", "Kabupaten " }.Where(p => name.StartsWith(p, StringComparison.Ordinal)).Select(p => name[p.Length..])];

    private async Task<ArticleView> ViewAsync(Guid id)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(portal.Services);
        return (await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ArticleQueries>(scope.ServiceProvider).FindAsync(id, Stop))!;
    }

    [GeneratedRegex(@"\b(region|agency|topic)\.[a-z]")]
    private static partial Regex RuleId();

    [GeneratedRegex("<li>\\s*<a href=\"(/wilayah/[0-9.]+)\">([^<]*)</a>\\s*<span class=\"path\">")]
    private static partial Regex PlaceLink();
}
