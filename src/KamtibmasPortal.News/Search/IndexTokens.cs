using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Search;

/// <summary>
/// The tokens under which both stores keep an article. One name space for everything, told apart by signs that no word holds, so that
/// words, forms, titles, changes and tags are all one look-up in one index: <c>menangkap</c> a word, <c>~tangkap</c> its root,
/// <c>^menangkap</c> a word of the title, <c>%menangkap</c> one that a publisher put in or took out, <c>r:31.75</c> a tag.
/// </summary>
public static class IndexTokens
{
    /// <summary>Stands in every article: what is not to be found needs something to be taken from.</summary>
    public const string Every = "@";

    /// <summary>Keeps words apart that are no neighbours.</summary>
    public const string Gap = "_";

    /// <summary>The day of an article without a date.</summary>
    public const string NoDay = "d:0";

    private const string Root = "~";
    private const string Title = "^";

    public static string Word(SearchField field, string word) => Sign(field) + word;

    public static string Form(SearchField field, string root) => Sign(field) + Root + root;

    public static string Tag(TagKind kind, string key) => kind switch
    {
        TagKind.Region => $"r:{key}",
        TagKind.Agency => $"a:{key}",
        _ => $"t:{key}",
    };

    public static string Source(Guid id) => $"s:{id:N}";

    /// <summary>Publishers are compared by their names without regard to case.</summary>
    public static string Publisher(string name) =>
        $"p:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToLowerInvariant())).AsSpan(0, 8))}";

    public static string Day(DateOnly? day) => day is { } d ? string.Create(CultureInfo.InvariantCulture, $"d:{d:yyyyMMdd}") : NoDay;

    /// <summary>The day of a token of <see cref="Day"/>; null for that of none.</summary>
    public static DateOnly? DayOf(string token) => DateOnly.TryParseExact(token.AsSpan(2), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static bool IsOfTitle(string token) => token.StartsWith(Title, StringComparison.Ordinal);

    private static string Sign(SearchField field) => field switch { SearchField.Title => Title, SearchField.Change => "%", _ => "" };
}
