using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>What the address of the archive asks for, and addresses that ask for a little more or less. The names are those of the API.</summary>
public sealed record ArchiveQuery
{
    public const string QueryName = "q";
    public const string RegionName = "region";
    public const string AgencyName = "agency";
    public const string TopicName = "topic";
    public const string SourceName = "source";
    public const string PublisherName = "publisher";
    public const string FromName = "from";
    public const string ToName = "to";
    public const string SortName = "sort";
    public const string CursorName = "cursor";

    private static readonly string[] s_lists = [RegionName, AgencyName, TopicName, SourceName, PublisherName];

    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    private ArchiveQuery()
    {
    }

    public string? Text { get; private init; }
    public DateOnly? From { get; private init; }
    public DateOnly? To { get; private init; }
    public SearchSort? Sort { get; private init; }
    public string? Cursor { get; private init; }

    /// <summary>Parts of the address that name nothing: they were left out, and the page says so.</summary>
    public IReadOnlyList<string> Unread { get; private init; } = [];

    public IReadOnlyList<string> this[string list] => _lists.GetValueOrDefault(list) ?? [];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && From is null && To is null && _lists.Values.All(v => v.Count == 0);

    public static ArchiveQuery Read(IQueryCollection query)
    {
        var unread = new List<string>();
        var text = query[QueryName].ToString().Replace("\0", " ", StringComparison.Ordinal);
        var read = new ArchiveQuery
        {
            Text = text.Length > 0 ? text : null,
            From = Day(FromName),
            To = Day(ToName),
            Sort = query[SortName].ToString() switch
            {
                "" => null,
                "newest" => SearchSort.Newest,
                "oldest" => SearchSort.Oldest,
                "relevance" => SearchSort.Relevance,
                var other => Left<SearchSort?>(SortName, other),
            },
            Cursor = query[CursorName].ToString() is { Length: > 0 } cursor ? cursor : null,
            Unread = unread,
        };
        foreach (var list in s_lists)
        {
            Func<string?, bool> isLegal = list switch { RegionName => Keys.IsRegion, AgencyName or TopicName => Keys.IsSlug, _ => Keys.IsText };
            unread.AddRange(query[list].Where(v => !string.IsNullOrEmpty(v) && !isLegal(v)).Select(v => $"{list}={v}"));
            read._lists[list] = [.. query[list].OfType<string>().Where(isLegal).Distinct(StringComparer.Ordinal)];
        }

        return read;

        DateOnly? Day(string name)
        {
            var given = query[name].ToString();
            return given.Length == 0 ? null
                : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
                : Left<DateOnly?>(name, given);
        }

        T? Left<T>(string name, string value)
        {
            unread.Add($"{name}={value}");
            return default;
        }
    }

    public static ArchiveQuery Of(string text) => new() { Text = text };

    public SearchRequest Request(SearchQueryParser parser) => new(parser.Parse(Text), Filter, Order);

    public SearchSort Order => Sort ?? (string.IsNullOrWhiteSpace(Text) ? SearchSort.Newest : SearchSort.Relevance);

    public ArticleFilter Filter => new()
    {
        Regions = this[RegionName],
        Agencies = this[AgencyName],
        Topics = this[TopicName],
        Sources = this[SourceName],
        Publishers = this[PublisherName],
        From = From,
        To = To,
    };

    /// <summary>The same with a value of a list added, or taken out where it is there already; from the first page.</summary>
    public ArchiveQuery Toggle(string list, string value) =>
        With(list, this[list].Contains(value, StringComparer.Ordinal) ? [.. this[list].Where(v => v != value)] : [.. this[list], value]);

    public ArchiveQuery With(string list, IReadOnlyList<string> values)
    {
        var other = new ArchiveQuery { Text = Text, From = From, To = To, Sort = Sort };
        foreach (var (name, held) in _lists)
        {
            other._lists[name] = held;
        }

        other._lists[list] = values;
        return other;
    }

    public ArchiveQuery Between(DateOnly? from, DateOnly? to) => this with { From = from, To = to, Cursor = null };

    public ArchiveQuery In(SearchSort? sort) => this with { Sort = sort, Cursor = null };

    public ArchiveQuery Asking(string? text) => this with { Text = text, Cursor = null };

    public ArchiveQuery After(string? cursor) => this with { Cursor = cursor };

    /// <summary>An address that asks the same.</summary>
    /// <param name="path">Of the page, an export, a feed or the API.</param>
    public string Address(string path)
    {
        var address = new StringBuilder(path);
        Add(QueryName, Text);
        foreach (var list in s_lists)
        {
            foreach (var value in this[list])
            {
                Add(list, value);
            }
        }

        Add(FromName, From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(ToName, To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(SortName, Sort switch { SearchSort.Newest => "newest", SearchSort.Oldest => "oldest", SearchSort.Relevance => "relevance", _ => null });
        Add(CursorName, Cursor);
        return address.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address.Append(address.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(Whole(value)));
            }
        }
    }

    /// <summary>The lists as hidden fields of the search form: a new word keeps the filters.</summary>
    public IEnumerable<(string Name, string Value)> Kept => s_lists.SelectMany(l => this[l].Select(v => (l, v)));

    /// <summary>Half a character can't stand in an address.</summary>
    private static string Whole(string text) => text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
