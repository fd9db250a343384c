using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.Web.Reading;

/// <summary>A query as it was understood, in the search language itself, brackets where they matter.</summary>
public static class QueryWords
{
    public static string Of(SearchQuery query)
    {
        var parts = new List<string>();
        if (query.Root is { } root)
        {
            parts.Add(Of(root, inner: query.From is not null || query.To is not null));
        }

        if (query.From is { } from)
        {
            parts.Add($"sesudah:{Day(from)}");
        }

        if (query.To is { } to)
        {
            parts.Add($"sebelum:{Day(to)}");
        }

        return string.Join(' ', parts);
    }

    /// <summary>What is looked for beyond the letters that were typed: other forms of a word, other names of a thing.</summary>
    public static IEnumerable<string> Remarks(SearchQuery query) => query.Root is null ? [] : Remarks(query.Root);

    private static IEnumerable<string> Remarks(SearchNode node) => node switch
    {
        WordNode word when !word.Terms.Contains(word.Text.ToLowerInvariant()) => [Texts.Archive.Forms(word.Text, string.Join(", ", word.Terms))],
        ExpandedNode expanded => [Texts.Archive.Beside(Typed(expanded.Typed), string.Join(", ", expanded.Others.Select(o => $"“{o.Text}”")))],
        AllNode all => all.Parts.SelectMany(Remarks),
        AnyNode any => any.Parts.SelectMany(Remarks),
        _ => [],
    };

    private static string Typed(SearchNode node) => node switch
    {
        WordNode word => word.Text,
        PhraseNode phrase => phrase.Text,
        AllNode all => string.Join(' ', all.Parts.Select(Typed)),
        _ => "",
    };

    private static string Of(SearchNode node, bool inner) => node switch
    {
        WordNode word => Field(word.Field) + word.Text,
        PhraseNode phrase => $"{Field(phrase.Field)}\"{phrase.Text}\"",
        TagNode tag => $"{tag.Kind switch { TagKind.Region => "wilayah", TagKind.Agency => "instansi", _ => "topik" }}:{tag.Key}",
        SourceNode source => $"sumber:\"{source.Name}\"",
        PublisherNode publisher => $"penerbit:\"{publisher.Name}\"",
        ExpandedNode expanded => $"({Of(expanded.Typed, inner: true)} OR {string.Join(" OR ", expanded.Others.Select(o => Of(o, inner: true)))})",
        AllNode all => Bracketed(string.Join(' ', all.Parts.Select(p => Of(p, inner: true))), inner),
        AnyNode any => Bracketed(string.Join(" OR ", any.Parts.Select(p => Of(p, inner: true))), inner),
        NotNode not => "-" + Of(not.Part, inner: true),
        _ => "",
    };

    private static string Bracketed(string text, bool inner) => inner ? $"({text})" : text;

    private static string Field(SearchField field) => field switch { SearchField.Title => "judul:", SearchField.Change => "berubah:", _ => "" };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
