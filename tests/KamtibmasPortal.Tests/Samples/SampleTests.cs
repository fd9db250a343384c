using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Architecture;
using KamtibmasPortal.Tests.Extraction;

namespace KamtibmasPortal.Tests.Samples;

/// <summary>The fictional articles of a first start: enough, of every topic, and no two alike but for planned copies.</summary>
public sealed partial class SampleTests(Tagger tagger) : IClassFixture<Tagger>
{
    private static readonly string[] PlannedCopies = ["bruno-bongkar-sabu-karung-kopi-bakauheni", "sabu-dalam-truk-kopi-gagal-menyeberang", "truk-kopi-bakauheni-simpan-sabu"];

    private static string Folder => Path.Combine(Repository.Root, "src", "KamtibmasPortal.Web", "Samples");

    [Fact]
    public async Task Every_sample_is_an_article_and_all_topics_occur()
    {
        var topics = new HashSet<string>(StringComparer.Ordinal);
        var read = 0;
        foreach (var item in new FolderReader().Read(Folder))
        {
            var (page, _, _) = await new FileFetcher().ReadAsync(item, TestContext.Current.CancellationToken);
            var article = new ArticleExtractor().Extract(page!);
            Assert.True(article.Rejection is null, item.Key);
            topics.UnionWith(tagger.Instance.Tag(article).Tags.Where(t => t.Kind is TagKind.Topic).Select(t => t.Key));
            read++;
        }

        Assert.True(read >= 40, read.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(ReferenceData.Topics().Select(t => t.Slug).Order(StringComparer.Ordinal), topics.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_two_samples_share_more_than_a_fifth()
    {
        var texts = new FolderReader().Read(Folder).Where(i => !i.Key.StartsWith("_pembaruan", StringComparison.Ordinal)).Select(i => (i.Key, Shingles: Shingles(File.ReadAllText(i.Location)))).ToList();
        for (var a = 0; a < texts.Count; a++)
        {
            for (var b = a + 1; b < texts.Count; b++)
            {
                var shared = texts[a].Shingles.Count(texts[b].Shingles.Contains) / (double)Math.Min(texts[a].Shingles.Count, texts[b].Shingles.Count);
                var planned = PlannedCopies.Count(c => texts[a].Key.Contains(c, StringComparison.Ordinal) || texts[b].Key.Contains(c, StringComparison.Ordinal)) == 2;
                Assert.Equal((texts[a].Key, texts[b].Key, planned), (texts[a].Key, texts[b].Key, shared > 0.2));
            }
        }
    }

    private static HashSet<string> Shingles(string text)
    {
        var words = Word().Matches(Markup().Replace(text, " ").ToLowerInvariant()).Select(m => m.Value).ToList();
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - 3)).Select(i => string.Join(' ', words.GetRange(i, 4)))];
    }

    [GeneratedRegex(@"<(?<tag>script|style)[^>]*>.*?</\k<tag>>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();
}
