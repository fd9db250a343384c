namespace KamtibmasPortal.News.Search;

/// <summary>A query over tokens of the index, in the shape that both stores can answer: what is absent is always taken from something that is present.</summary>
public abstract record TokenExpression
{
    public static TokenExpression Of(string token) => new TokenLeaf(token);

    /// <summary>All of them; null where nothing is asked.</summary>
    public static TokenExpression? And(IEnumerable<TokenExpression?> parts)
    {
        var wanted = new List<TokenExpression>();
        var unwanted = new List<TokenExpression>();
        foreach (var part in parts)
        {
            switch (part)
            {
                case null:
                    break;
                case TokenDifference { From: TokenLeaf { Token: IndexTokens.Every } } all:
                    unwanted.Add(all.Without);
                    break;
                case TokenConjunction and:
                    wanted.AddRange(and.Parts);
                    break;
                default:
                    wanted.Add(part);
                    break;
            }
        }

        TokenExpression? present = wanted switch { [] when unwanted.Count == 0 => null, [] => Of(IndexTokens.Every), [var only] => only, _ => new TokenConjunction(wanted) };
        return unwanted.Count == 0 ? present : new TokenDifference(present!, Or(unwanted));
    }

    public static TokenExpression Or(IReadOnlyList<TokenExpression> parts) => parts is [var only] ? only : new TokenAlternatives(parts);

    public static TokenExpression Not(TokenExpression part) =>
        part is TokenDifference { From: TokenLeaf { Token: IndexTokens.Every } } negated ? negated.Without : new TokenDifference(Of(IndexTokens.Every), part);
}

public sealed record TokenLeaf(string Token) : TokenExpression;

/// <summary>Tokens one behind the other.</summary>
public sealed record TokenSequence(IReadOnlyList<string> Tokens) : TokenExpression;

public sealed record TokenConjunction(IReadOnlyList<TokenExpression> Parts) : TokenExpression;

public sealed record TokenAlternatives(IReadOnlyList<TokenExpression> Parts) : TokenExpression;

public sealed record TokenDifference(TokenExpression From, TokenExpression Without) : TokenExpression;
