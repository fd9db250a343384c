using System.Globalization;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage.Postgres;

/// <summary>
/// Month and year of an entry's number, as lexemes beside its words: "this word, these months" is one look-up in the index then, and the
/// newest of a hundred thousand hits are found without the others. Months are those of UTC, as numbers are.
/// </summary>
internal static class TimeTokens
{
    public static string[] Of(long number) => [Month(MonthOf(number)), Year(MonthOf(number) / 12)];

    /// <summary>Months since the year 0 that a number falls into.</summary>
    public static int MonthOf(long number)
    {
        var at = At(number);
        return (at.Year * 12) + at.Month - 1;
    }

    /// <summary>The least number of a month.</summary>
    public static long Start(int month) => SearchNumber.Of(new DateTime(month / 12, (month % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Lexemes of which each entry of the months bears one, and no other entry.</summary>
    public static TokenExpression Covering(int first, int last)
    {
        var tokens = new List<TokenExpression>();
        for (var month = first; month <= last;)
        {
            var isWholeYear = month % 12 == 0 && month + 11 <= last;
            tokens.Add(TokenExpression.Of(isWholeYear ? Year(month / 12) : Month(month)));
            month += isWholeYear ? 12 : 1;
        }

        return TokenExpression.Or(tokens);
    }

    private static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"m:{month / 12:0000}{(month % 12) + 1:00}");

    private static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"y:{year:0000}");

    private static DateTime At(long number) => DateTime.UnixEpoch.AddSeconds(Math.Min(number / SearchNumber.Places, (long)(DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds));
}
