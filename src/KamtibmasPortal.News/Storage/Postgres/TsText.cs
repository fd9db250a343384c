using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage.Postgres;

/// <summary>Documents and queries in the text forms of tsvector and tsquery. Every lexeme is quoted: nothing of it is an operator.</summary>
internal static class TsText
{
    public static string Vector(IndexDocument document)
    {
        var places = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var i = 0; i < document.Sequence.Count; i++)
        {
            var token = document.Sequence[i];
            if (token == IndexTokens.Gap)
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

        foreach (var mark in document.Marks.Where(m => !places.ContainsKey(m)))
        {
            Quote(text, mark).Append(' ');
        }

        return text.ToString();
    }

    /// <param name="expression">What is asked.</param>
    /// <param name="loosened">Sequences as words that must all be there, in any place: what the index answers without a look at the rows.</param>
    public static string Query(TokenExpression expression, bool loosened = false)
    {
        var text = new StringBuilder();
        Write(text, expression, loosened);
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

    private static void Write(StringBuilder text, TokenExpression expression, bool loosened)
    {
        switch (expression)
        {
            case TokenLeaf leaf:
                Quote(text, leaf.Token);
                break;
            case TokenSequence sequence:
                Join(text, sequence.Tokens, loosened ? " & " : " <-> ", (t, token) => Quote(t, token));
                break;
            case TokenConjunction and:
                Join(text, and.Parts, " & ", (t, part) => Write(t, part, loosened));
                break;
            case TokenAlternatives or:
                Join(text, or.Parts, " | ", (t, part) => Write(t, part, loosened));
                break;
            case TokenDifference difference:
                text.Append('(');
                Write(text, difference.From, loosened);
                // A loosened sequence is more than what was meant to be left out: leaving out nothing is the safe side.
                if (!loosened || !HasSequence(difference.Without))
                {
                    text.Append(" & !");
                    Write(text, difference.Without, loosened);
                }

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
