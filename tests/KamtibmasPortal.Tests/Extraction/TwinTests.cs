using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using KamtibmasPortal.Tests.Architecture;

namespace KamtibmasPortal.Tests.Extraction;

/// <summary>Fictional twins of documents as they really reach the portal: read and tagged from end to end.</summary>
public sealed class TwinTests(Tagger tagger) : IClassFixture<Tagger>
{
    [Theory]
    [InlineData("01-rapat-libur-samarinda", "Tepian Mahakam hingga Gereja, Samarinda Bagi Tugas Amankan Natal dan Tahun Baru", "2023-12-13", DatePrecision.Day, "DK")]
    [InlineData("02-kunjungan-polda-sumbar", "Kapolda Sumatera Barat Terima Kunjungan Ombudsman, Layanan Pengaduan Bakal Disambung Satu Pintu", null, DatePrecision.Unknown, null)]
    [InlineData("03-lokakarya-anak-salatiga", null, "2024-03-07", DatePrecision.Day, "WN")]
    [InlineData("04-larangan-prabumulih", "Pj Wali Kota Prabumulih Larang Pegawai Jadi Juru Kampanye", "2024-01-22", DatePrecision.Day, null)]
    [InlineData("05-curhat-pandang-makassar", "Kapolrestabes Makassar Duduk Melantai, Dengarkan Keluhan Begadang Pedagang Lewat Jumat Curhat", "2023-02-03", DatePrecision.Minute, null)]
    public void Headline_date_and_author(string file, string? title, string? day, DatePrecision precision, string? author)
    {
        var article = Read(file);

        Assert.Equal(title is null, article.TitleDerived);
        Assert.Equal(title ?? article.Title, article.Title);
        Assert.Equal(day, article.PublishedDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(precision, article.PublishedPrecision);
        Assert.Equal(author, article.Author);
    }

    [Fact]
    public void A_stamp_keeps_its_clock_and_zone()
    {
        var article = Read("05-curhat-pandang-makassar");

        Assert.Equal(new DateTime(2023, 2, 3, 8, 40, 0, DateTimeKind.Utc), article.PublishedAt);
        Assert.Equal(480, article.ZoneMinutes);
        Assert.Equal(new DateTime(2023, 2, 4, 1, 15, 0, DateTimeKind.Utc), article.ModifiedAt);
    }

    [Fact]
    public void A_caption_stands_apart_with_its_own_date()
    {
        var article = Read("04-larangan-prabumulih");

        Assert.StartsWith("Pj Wali Kota Prabumulih Haris Munandar ketika meninjau", article.Caption, StringComparison.Ordinal);
        Assert.StartsWith("Prabumulih (Kabar Musi)- Pj Wali Kota", article.Body, StringComparison.Ordinal);
        Assert.Contains(article.Dates, d => d is { Role: DateRole.Caption, Value: { Month: 1, Day: 19 } });
        Assert.Equal("Prabumulih (Kabar Musi)- ".Length, article.DatelineLength);
    }

    [Theory]
    [InlineData("02-kunjungan-polda-sumbar", "biro hukum masing-masing.")]
    [InlineData("03-lokakarya-anak-salatiga", "tidak pernah kami sebut,\" tuturnya.")]
    [InlineData("04-larangan-prabumulih", "sampai pelantikan presiden.")]
    [InlineData("05-curhat-pandang-makassar", "tidak perlu menutup lapak")]
    public void The_body_ends_where_the_article_ends(string file, string end)
    {
        Assert.EndsWith(end, Read(file).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("01-rapat-libur-samarinda", "64.72", "pemkot-samarinda bnnk-samarinda bpbd-samarinda", "nataru", "netralitas-pemilu narkotika bencana", "perlindungan-anak")]
    [InlineData("02-kunjungan-polda-sumbar", "13", "polda-sumatera-barat ombudsman", null, "", "nataru netralitas-pemilu perlindungan-anak bencana")]
    [InlineData("03-lokakarya-anak-salatiga", "33.73", "polres-salatiga pemkot-salatiga", "perlindungan-anak", "", "nataru netralitas-pemilu narkotika")]
    [InlineData("04-larangan-prabumulih", "16.74", "pemkot-prabumulih", "netralitas-pemilu", "", "narkotika nataru")]
    [InlineData("05-curhat-pandang-makassar", "73.71.09.1008", "polrestabes-makassar polsek-panakkukang", "kemitraan-warga", "", "nataru narkotika")]
    public void Region_agencies_and_topics(string file, string region, string agencies, string? main, string also, string never)
    {
        var tags = tagger.Instance.Tag(Read(file)).Tags;

        Assert.Equal(region, Assert.Single(tags, t => t.Kind is TagKind.Region && t.IsMain).Key);
        Assert.Empty(agencies.Split(' ').Except(Keys(tags, TagKind.Agency)));
        Assert.Equal(main, tags.FirstOrDefault(t => t.Kind is TagKind.Topic && t.IsMain)?.Key);
        Assert.Empty(also.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Keys(tags, TagKind.Topic)));
        Assert.Empty(never.Split(' ').Intersect(Keys(tags, TagKind.Topic)));
    }

    /// <summary>"Related posts" name Pasaman, Padang, Bukittinggi, Bawaslu and the national police.</summary>
    [Fact]
    public void Nothing_comes_from_links_to_other_articles()
    {
        var tags = tagger.Instance.Tag(Read("02-kunjungan-polda-sumbar")).Tags;

        Assert.Equal(["13"], Keys(tags, TagKind.Region));
        Assert.DoesNotContain("mabes-polri", Keys(tags, TagKind.Agency));
    }

    [Fact]
    public void Every_evidence_is_a_stretch_of_the_text_it_names()
    {
        foreach (var file in Directory.GetFiles(Folder))
        {
            var tagged = tagger.Instance.Tag(Read(Path.GetFileNameWithoutExtension(file)));
            foreach (var evidence in tagged.Tags.SelectMany(t => t.Evidence))
            {
                var field = evidence.Field is EvidenceField.Title ? tagged.Article.Title : tagged.Article.Body;
                Assert.Equal(evidence.Text, field.Substring(evidence.Start, evidence.Length));
            }

            Assert.All(tagged.Tags, t => Assert.NotEmpty(t.Evidence));
        }
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "Corpus", "twins");

    private static IEnumerable<string> Keys(IEnumerable<ArticleTag> tags, TagKind kind) => tags.Where(t => t.Kind == kind).Select(t => t.Key);

    private static ExtractedArticle Read(string file) => PlainTextExtractor.Extract(File.ReadAllText(Path.Combine(Folder, file + ".txt")));
}

/// <summary>The tagger over the whole reference tables, made once.</summary>
public sealed class Tagger
{
    public ArticleTagger Instance { get; } = ReferenceData.CreateTagger();
}
