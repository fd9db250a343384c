namespace KamtibmasPortal.News.Search;

/// <summary>Which entries of the index are asked for.</summary>
/// <param name="Expression">Over their tokens; null for all.</param>
/// <param name="From">Least number, inclusive.</param>
/// <param name="Before">Number that is too high already.</param>
public sealed record SearchScope(TokenExpression? Expression, long From = 0, long Before = long.MaxValue)
{
    /// <summary>
    /// Limits a query to days, both inclusive. The numbers of a day overlap with the neighbour's, since Indonesia has three zones; the
    /// tokens of the neighbouring days take out what is not meant.
    /// </summary>
    public static SearchScope Of(TokenExpression? expression, DateOnly? from, DateOnly? to)
    {
        if (from is null && to is null)
        {
            return new SearchScope(expression);
        }

        var outside = new List<TokenExpression> { TokenExpression.Of(IndexTokens.NoDay) };
        if (from > DateOnly.MinValue)
        {
            outside.Add(TokenExpression.Of(IndexTokens.Day(from.Value.AddDays(-1))));
        }

        if (to < DateOnly.MaxValue)
        {
            outside.Add(TokenExpression.Of(IndexTokens.Day(to.Value.AddDays(1))));
        }

        return new SearchScope(
            TokenExpression.And([expression, TokenExpression.Not(TokenExpression.Or(outside))]),
            from is { } first ? SearchNumber.From(first) : 0,
            to is { } last ? SearchNumber.Behind(last) : long.MaxValue);
    }
}
