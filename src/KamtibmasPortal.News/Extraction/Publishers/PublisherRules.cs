using System.Globalization;
using AngleSharp.Dom;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Extraction.Metadata;

namespace KamtibmasPortal.News.Extraction.Publishers;

/// <summary>
/// What is known of single publishers' templates: rows of publishers.tsv, each with the days between which it holds. A page is read
/// by the rules of its own day; where none holds, or a selector finds nothing, the generic way decides.
/// </summary>
internal sealed class PublisherRules
{
    private static readonly ILookup<string, Row> Table = Load().ToLookup(r => r.Host, StringComparer.OrdinalIgnoreCase);

    private readonly List<Row> _rows;

    private PublisherRules(List<Row> rows) => _rows = rows;

    private sealed record Row(string Host, DateOnly From, DateOnly Until, string Field, string Selector);

    /// <summary>Null for pages of publishers without rules.</summary>
    public static PublisherRules? For(Uri? address, PageTree page, MetaTags meta, LinkedData linked)
    {
        if (address is null || Host(address.Host) is not { } host)
        {
            return null;
        }

        // Only a few publishers have rules: their pages alone pay for a second look at the date.
        var day = new PageDates(page, new BlockRange(0, 0), meta, linked, [], address.AbsoluteUri, isIndonesian: true).Published?.Value.Day ?? DateOnly.MaxValue;
        var rows = Table[host].Where(r => r.From <= day && day <= r.Until).ToList();
        return rows.Count == 0 ? null : new PublisherRules(rows);
    }

    public void Cut(PageTree page)
    {
        foreach (var selector in Selectors("cut"))
        {
            page.Cut(page.Document.QuerySelectorAll(selector));
        }
    }

    public BlockRange? Body(PageTree page)
    {
        foreach (var selector in Selectors("body"))
        {
            if (page.Document.QuerySelector(selector) is { } element && page.NodeOf(element) is { } node && page.ProseIn(node.Range) > 0)
            {
                return node.Range;
            }
        }

        return null;
    }

    public Found<string>? Title(PageTree page) => First(page, "title");

    public Found<string>? Author(PageTree page) => First(page, "author") is { } author && PersonNames.Of(author.Value, new HashSet<string>()) is { } name ? author with { Value = name } : null;

    private Found<string>? First(PageTree page, string field)
    {
        foreach (var selector in Selectors(field))
        {
            if (page.Document.QuerySelector(selector)?.TextContent is { } text && Text.PlainText.Fold(text) is { Length: > 0 and < 400 } clean)
            {
                return new Found<string>(clean, ValueOrigin.PublisherRule);
            }
        }

        return null;
    }

    private IEnumerable<string> Selectors(string field) => _rows.Where(r => r.Field == field).Select(r => r.Selector);

    /// <summary>The publisher's own host or the domain above it: "daerah.contoh.test" is read as "contoh.test".</summary>
    private static string? Host(string host)
    {
        for (var name = host; name.Contains('.', StringComparison.Ordinal); name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Table.Contains(name))
            {
                return name;
            }
        }

        return null;
    }

    private static List<Row> Load()
    {
        using var stream = typeof(PublisherRules).Assembly.GetManifestResourceStream("KamtibmasPortal.News.Extraction.Publishers.publishers.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.TrimEnd('\r').Split('\t')).Select(c => new Row(c[0], Day(c[1], DateOnly.MinValue), Day(c[2], DateOnly.MaxValue), c[3], c[4]))];
    }

    private static DateOnly Day(string cell, DateOnly open) => cell.Length == 0 ? open : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
