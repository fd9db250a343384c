using System.Text;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>Queries in FTS5's language. Every token is quoted: nothing of it is an operator.</summary>
internal static class FtsText
{
    public static string Query(TokenExpression expression)
    {
        var text = new StringBuilder();
        Write(text, expression);
        return text.ToString();
    }

    private static void Write(StringBuilder text, TokenExpression expression)
    {
        switch (expression)
        {
            case TokenLeaf leaf:
                Quote(text, [leaf.Token]);
                break;
            case TokenSequence sequence:
                Quote(text, sequence.Tokens);
                break;
            case TokenConjunction and:
                Join(text, and.Parts, " AND ");
                break;
            case TokenAlternatives or:
                Join(text, or.Parts, " OR ");
                break;
            case TokenDifference difference:
                Join(text, [difference.From, difference.Without], " NOT ");
                break;
        }
    }

    private static void Join(StringBuilder text, IReadOnlyList<TokenExpression> parts, string sign)
    {
        text.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                text.Append(sign);
            }

            Write(text, parts[i]);
        }

        text.Append(')');
    }

    private static void Quote(StringBuilder text, IEnumerable<string> tokens) =>
        text.Append('"').AppendJoin(' ', tokens.Select(t => t.Replace("\"", "\"\"", StringComparison.Ordinal))).Append('"');
}
