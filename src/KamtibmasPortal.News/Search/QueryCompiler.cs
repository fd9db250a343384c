using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Search;

/// <summary>From an understood query to tokens of the index.</summary>
public sealed class QueryCompiler(WordReader words)
{
    /// <param name="node">The query; null asks for nothing.</param>
    /// <param name="sources">Ids of the sources that bear a name; unknown names have none.</param>
    public TokenExpression? Compile(SearchNode? node, ILookup<string, Guid> sources) => node switch
    {
        null => null,
        WordNode word => Word(word),
        PhraseNode phrase => Phrase(phrase),
        TagNode tag => TokenExpression.Of(IndexTokens.Tag(tag.Kind, tag.Key)),
        PublisherNode publisher => TokenExpression.Of(IndexTokens.Publisher(publisher.Name)),
        SourceNode source => Sources(sources[source.Name.ToLowerInvariant()]),
        ExpandedNode expanded => TokenExpression.Or([Compile(expanded.Typed, sources)!, .. expanded.Others.Select(Phrase)]),
        AllNode all => TokenExpression.And(all.Parts.Select(p => Compile(p, sources))),
        AnyNode any => TokenExpression.Or([.. any.Parts.Select(p => Compile(p, sources)!)]),
        NotNode not => TokenExpression.Not(Compile(not.Part, sources)!),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The same words in the title.</summary>
    public TokenExpression InTitle(SearchNode leaf) => leaf switch
    {
        WordNode word => Word(word with { Field = SearchField.Title }),
        PhraseNode phrase => Phrase(phrase with { Field = SearchField.Title }),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf)),
    };

    public static TokenExpression Sources(IEnumerable<Guid> ids) =>
        ids.Select(id => TokenExpression.Of(IndexTokens.Source(id))).ToList() is { Count: > 0 } known ? TokenExpression.Or(known) : TokenExpression.Not(TokenExpression.Of(IndexTokens.Every));

    private TokenExpression Word(WordNode word)
    {
        var tokens = new List<TokenExpression>();
        foreach (var term in word.Terms)
        {
            // A word that is its own root stands in the index once, without the sign of a form.
            if (IsOwnRoot(term))
            {
                tokens.Add(TokenExpression.Of(IndexTokens.Word(word.Field, term)));
            }

            tokens.Add(TokenExpression.Of(IndexTokens.Form(word.Field, term)));
        }

        return TokenExpression.Or(tokens);
    }

    private bool IsOwnRoot(string term) => words.Read(term).ToList() is [{ } only] && only.Word == term && only.Terms.Contains(term);

    private static TokenExpression Phrase(PhraseNode phrase)
    {
        var tokens = phrase.Words.Select(w => IndexTokens.Word(phrase.Field, w)).ToList();
        return tokens is [var only] ? TokenExpression.Of(only) : new TokenSequence(tokens);
    }
}
