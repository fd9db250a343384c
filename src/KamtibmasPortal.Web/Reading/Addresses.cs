using System.Globalization;
using System.Text;

namespace KamtibmasPortal.Web.Reading;

/// <summary>Every address of a page, built in one place: plain strings, since link generation costs half of a list page.</summary>
public static class Addresses
{
    public const string Home = "/";
    public const string Regions = "/wilayah";
    public const string Agencies = "/instansi";
    public const string Topics = "/topik";
    public const string Sources = "/sumber";
    public const string About = "/tentang";
    public const string Guidelines = "/pedoman";
    public const string Privacy = "/privasi";
    public const string Archive = "/arsip";
    public const string ArchiveCsv = "/arsip/ekspor.csv";
    public const string ArchiveJsonl = "/arsip/ekspor.jsonl";
    public const string ArchiveMonths = "/arsip/per-bulan.csv";
    public const string ArticlesApi = "/api/v1/articles";
    public const string Feed = "/feed.xml";
    public const string Sitemap = "/sitemap.xml";
    public const string OpenSearch = "/opensearch.xml";
    public const string PlaceSuggestions = "/wilayah/saran.json";
    public const string OpenData = "/openapi/v1.json";
    public const string SignIn = "/redaksi/masuk";
    public const string SignOut = "/redaksi/keluar";
    public const string Desk = "/redaksi";
    public const string Queue = "/redaksi/antrean";
    public const string Overview = "/redaksi/ringkasan";
    public const string DeskSources = "/redaksi/sumber";
    public const string Opml = "/redaksi/sumber/opml";
    public const string SourcesOpml = "/redaksi/sumber/ekspor.opml";
    public const string NewSource = "/redaksi/sumber/baru";
    public const string DeskStories = "/redaksi/peristiwa";
    public const string SignInCode = "/redaksi/masuk/kode";
    public const string PasskeyEntry = "/redaksi/masuk/kunci-sandi";
    public const string Forgotten = "/redaksi/lupa";
    public const string Accounts = "/redaksi/akun";
    public const string Own = "/redaksi/saya";
    public const string OwnTwoFactor = "/redaksi/saya/dua-langkah";
    public const string Audit = "/redaksi/audit";
    public const string AuditCsv = "/redaksi/audit/ekspor.csv";
    public const string FaultPattern = "/galat/{0}";
    public const string CursorParameter = "lanjut";
    public const string PlaceParameter = "cari";
    public const string TopicParameter = "topik";
    public const string PeriodParameter = "waktu";
    public const string ReturnParameter = "kembali";
    public const string PageParameter = "halaman";
    public const string ResultParameter = "hasil";

    public const string VersionParameter = "versi";
    public const string ViewParameter = "tampilan";

    public const string Corrections = "/ralat";
    public const string QueueBulk = "/redaksi/antrean/massal";
    public const string AddArticle = "/redaksi/tambah";
    public const string Rules = "/redaksi/aturan";
    public const string RuleForm = "/redaksi/aturan/usul";
    public const string DeskReports = "/redaksi/tanggapan";
    public const string ReportParameter = "tanggapan";
    public const string ArticleParameter = "berita";

    private const string HistoryWord = "riwayat";
    private const string ReportWord = "tanggapan";
    private const int SlugLimit = 80;

    public static string Region(string code) => $"{Regions}/{code}";

    /// <summary>The map of the provinces for a topic and a period in days.</summary>
    public static string Map(string topic) => $"{Regions}?{TopicParameter}={topic}#peta";

    public static string SitemapPart(int number) => string.Create(CultureInfo.InvariantCulture, $"/sitemap/{number}.xml");

    public static string Agency(string slug) => $"{Agencies}/{slug}";

    public static string Topic(string slug) => $"{Topics}/{slug}";

    public static string Article(Guid id, string title)
    {
        Span<char> slug = stackalloc char[SlugLimit];
        slug = slug[..Slug(title, slug)];
        return slug.Length > 0 && !IsReserved(slug) ? $"/artikel/{id}/{slug}" : $"/artikel/{id}";
    }

    public static string Story(Guid id) => $"/peristiwa/{id}";

    public static string StoryApi(Guid id) => $"/api/v1/stories/{id}";

    public static string DeskStory(Guid id) => $"{DeskStories}/{id}";

    public static string History(Guid id) => $"/artikel/{id}/{HistoryWord}";

    /// <summary>The history with the changes of one version, at its permanent place.</summary>
    public static string Version(Guid id, int number, bool isElsewhere) =>
        string.Create(CultureInfo.InvariantCulture, $"{History(id)}{(isElsewhere ? $"?{VersionParameter}={number}" : "")}#{VersionAnchor(number)}");

    /// <summary>The history from a version on, in a certain view.</summary>
    public static string HistoryIn(Guid id, int? version, string? view)
    {
        string?[] parts = [version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{VersionParameter}={number}") : null, view is null ? null : $"{ViewParameter}={view}"];
        var query = string.Join('&', parts.OfType<string>());
        return query.Length == 0 ? History(id) : $"{History(id)}?{query}";
    }

    public static string VersionAnchor(int number) => string.Create(CultureInfo.InvariantCulture, $"versi-{number}");

    /// <summary>Words that name something else below an article's address: no title may take them.</summary>
    public static bool IsReserved(ReadOnlySpan<char> slug) => slug.Equals(HistoryWord, StringComparison.OrdinalIgnoreCase) || slug.Equals(ReportWord, StringComparison.OrdinalIgnoreCase);

    public static string DeskArticle(Guid id) => $"/redaksi/artikel/{id}";

    public static string DeskSource(Guid id) => $"{DeskSources}/{id}";

    public static string SourceChange(Guid id) => $"{DeskSources}/{id}/ubah";

    public static string SourceTrial(Guid id) => $"{DeskSources}/{id}/uji";

    public static string SourceWithdrawal(Guid id) => $"{DeskSources}/{id}/tarik";

    public static string SourceRemoval(Guid id) => $"{DeskSources}/{id}/hapus";

    public static string Erase(Guid id) => $"/redaksi/artikel/{id}/hapus";

    public static string Rule(Guid id) => $"{Rules}/{id}";

    public static string QueueFor(News.Storage.QueueReason reason) => $"{Queue}?alasan={reason}";

    public static string Bulk(Guid id) => $"{Queue}/massal/{id}";

    public static string ReportForm(Guid articleId) => $"/artikel/{articleId}/{ReportWord}";

    public static string DeskReport(Guid id) => $"{DeskReports}/{id}";

    /// <summary>A note in the public log.</summary>
    public static string Note(Guid id) => $"{Corrections}#{NoteAnchor(id)}";

    public static string NoteAnchor(Guid id) => $"catatan-{id:N}";

    public static string Account(string id) => $"{Accounts}/{id}";

    public static string AccountLink(string secret) => $"/redaksi/tautan/{secret}";

    /// <summary>An address that leads on to another one of this portal afterwards.</summary>
    public static string WithReturn(string address, string? back) => back is null ? address : $"{address}?{ReturnParameter}={Uri.EscapeDataString(back)}";

    public static string QueuePage(int page) => page <= 1 ? Queue : string.Create(CultureInfo.InvariantCulture, $"{Queue}?{PageParameter}={page}");

    public static string Fault(int status) => string.Create(CultureInfo.InvariantCulture, $"/galat/{status}");

    /// <summary>The feed of a listing stands below it.</summary>
    public static string FeedOf(string listing) => listing == Home ? Feed : listing + Feed;

    /// <summary>The same listing, from where the last page ended.</summary>
    public static string Older(string listing, string cursor) => $"{listing}?{CursorParameter}={cursor}";

    /// <summary>Only addresses that a browser opens as a web page may become a link.</summary>
    public static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    /// <summary>Letters and digits of a title for the end of an address; reading it back is never needed.</summary>
    public static string Slug(string title)
    {
        Span<char> slug = stackalloc char[SlugLimit];
        return new string(slug[..Slug(title, slug)]);
    }

    /// <summary>Written where the caller has room for <see cref="SlugLimit"/>: lists ask this for each of their articles.</summary>
    private static int Slug(string title, Span<char> slug)
    {
        var length = 0;
        foreach (var c in HasAccents(title) ? title.Normalize(NormalizationForm.FormD) : title)
        {
            if (length == SlugLimit)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                slug[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else if (length > 0 && slug[length - 1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            {
                slug[length++] = '-';
            }
        }

        return length > 0 && slug[length - 1] == '-' ? length - 1 : length;
    }

    /// <summary>Whether letters may be taken apart into one of ours and its accent: dashes and quotation marks are not worth the asking.</summary>
    private static bool HasAccents(string title) => title.AsSpan().ContainsAnyInRange('\u00c0', '\u1fff') || title.AsSpan().ContainsAnyInRange('\u2100', '\uffff');
}
