using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>Another spelling of a query that finds something.</summary>
/// <param name="Typed">The word as typed.</param>
/// <param name="Meant">The word that is found.</param>
/// <param name="Query">The whole query with it.</param>
public sealed record SearchSuggestion(string Typed, string Meant, string Query);

/// <summary>Spelling help where a query found nothing: only words that are really in the archive are offered.</summary>
public sealed class SearchSuggestions(SearchQueries search, SearchQueryParser parser, SearchSpelling spelling)
{
    private const int WordsTried = 4;
    private const int Candidates = 8;

    /// <summary>At most one suggestion for each word that the archive does not know.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> ForAsync(SearchQuery query, CancellationToken cancellation)
    {
        var suggestions = new List<SearchSuggestion>();
        foreach (var word in query.Sought.OfType<WordNode>().Select(w => w.Text).Distinct(StringComparer.OrdinalIgnoreCase).Take(WordsTried))
        {
            if (await CountAsync(word, cancellation) > 0)
            {
                continue;
            }

            var (best, most) = ("", 0);
            foreach (var candidate in spelling.Near(word, Candidates))
            {
                // Nearest first; of those as near as each other the one the archive has most of would need all to be counted: the first that is found will do unless a later one is far commoner.
                var count = await CountAsync(candidate, cancellation);
                (best, most) = count > most * 3 ? (candidate, count) : (best, most);
            }

            if (most > 0)
            {
                suggestions.Add(new SearchSuggestion(word, best, query.Text.Replace(word, best, StringComparison.OrdinalIgnoreCase)));
            }
        }

        return suggestions;
    }

    private async Task<int> CountAsync(string word, CancellationToken cancellation) =>
        (await search.CountAsync(new SearchRequest(parser.Parse(word), new ArticleFilter(), SearchSort.Newest), cancellation)).Count;
}
