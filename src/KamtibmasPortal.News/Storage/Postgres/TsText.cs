using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage.Postgres;

/// <summary>Documents and queries in the text forms of tsvector and tsquery. Every lexeme is quoted: nothing of it is an operator.</summary>
internal static class TsText
{
    /// <param name="document">What is kept of an article.</param>
    /// <param name="more">Lexemes without a place.</param>
    /// <param name="only">Of which tokens; null for all.</param>
    public static string Vector(IndexDocument document, IReadOnlyList<string> more, Func<string, bool>? only = null)
    {
        var places = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var i = 0; i < document.Sequence.Count; i++)
        {
            var token = document.Sequence[i];
            if (token == IndexTokens.Gap || only?.Invoke(token) is false)
            {
                continue;
            }

            if (places.TryGetValue(token, out var list))
            {
                list.Append(',');
            }
            else
            {
                places[token] = list = new StringBuilder(":");
            }

            list.Append(CultureInfo.InvariantCulture, $"{i + 1}");
        }

        var text = new StringBuilder();
        foreach (var (token, list) in places)
        {
            Quote(text, token).Append(list).Append(' ');
        }

        foreach (var mark in document.Marks.Where(m => only?.Invoke(m) is not false).Concat(more).Where(m => !places.ContainsKey(m)))
        {
            Quote(text, mark).Append(' ');
        }

        return text.ToString();
    }

    /// <param name="expression">What is asked.</param>
    /// <param name="loosened">As the index answers it without a look at the rows.</param>
    public static string Query(TokenExpression expression, bool loosened = false)
    {
        var text = new StringBuilder();
        Write(text, loosened ? Loosened(expression) : expression);
        return text.ToString();
    }

    public static bool HasSequence(TokenExpression? expression) => expression switch
    {
        TokenSequence => true,
        TokenConjunction and => and.Parts.Any(HasSequence),
        TokenAlternatives or => or.Parts.Any(HasSequence),
        TokenDifference difference => HasSequence(difference.From) || HasSequence(difference.Without),
        _ => false,
    };

    /// <summary>The expression with its sequences as words that must all be there, in any place.</summary>
    public static TokenExpression Loosened(TokenExpression expression) => expression switch
    {
        TokenSequence sequence => TokenExpression.And(sequence.Tokens.Select(TokenExpression.Of))!,
        TokenConjunction and => TokenExpression.And(and.Parts.Select(Loosened))!,
        TokenAlternatives or => TokenExpression.Or([.. or.Parts.Select(Loosened)]),
        // A loosened sequence is more than what was meant to be left out: leaving out nothing is the safe side.
        TokenDifference difference => HasSequence(difference.Without) ? Loosened(difference.From) : new TokenDifference(Loosened(difference.From), difference.Without),
        _ => expression,
    };

    /// <summary>Whether nothing but words of titles is asked for.</summary>
    public static bool IsOfTitle(TokenExpression expression) => expression switch
    {
        TokenLeaf leaf => IndexTokens.IsOfTitle(leaf.Token),
        TokenSequence sequence => sequence.Tokens.All(IndexTokens.IsOfTitle),
        TokenConjunction and => and.Parts.All(IsOfTitle),
        TokenAlternatives or => or.Parts.All(IsOfTitle),
        TokenDifference difference => IsOfTitle(difference.From) && IsOfTitle(difference.Without),
        _ => false,
    };

    private static void Write(StringBuilder text, TokenExpression expression)
    {
        switch (expression)
        {
            case TokenLeaf leaf:
                Quote(text, leaf.Token);
                break;
            case TokenSequence sequence:
                Join(text, sequence.Tokens, " <-> ", (t, token) => Quote(t, token));
                break;
            case TokenConjunction and:
                Join(text, and.Parts, " & ", Write);
                break;
            case TokenAlternatives or:
                Join(text, or.Parts, " | ", Write);
                break;
            case TokenDifference difference:
                text.Append('(');
                Write(text, difference.From);
                text.Append(" & !");
                Write(text, difference.Without);
                text.Append(')');
                break;
        }
    }

    private static void Join<T>(StringBuilder text, IReadOnlyList<T> parts, string sign, Action<StringBuilder, T> write)
    {
        text.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                text.Append(sign);
            }

            write(text, parts[i]);
        }

        text.Append(')');
    }

    private static StringBuilder Quote(StringBuilder text, string token) =>
        text.Append('\'').Append(token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)).Append('\'');
}
