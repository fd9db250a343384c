using System.Data.Common;

namespace KamtibmasPortal.News.Storage.Sqlite;

/// <summary>Moments as EF Core writes them into SQLite, "2026-11-29 07:05:00" with up to seven digits of a second behind: the driver tries a dozen forms for each.</summary>
internal static class SqliteTime
{
    private const int ToSeconds = 19;
    private const int MostDigits = 7;

    public static DateTime Read(DbDataReader row, int column) => TryRead(row.GetString(column)) ?? row.GetDateTime(column);

    /// <summary>Null for any other form.</summary>
    internal static DateTime? TryRead(ReadOnlySpan<char> text)
    {
        if (text.Length < ToSeconds || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return null;
        }

        var ticks = 0L;
        if (text.Length > ToSeconds)
        {
            var digits = text[(ToSeconds + 1)..];
            if (text[ToSeconds] != '.' || digits.Length is 0 or > MostDigits || Number(digits) is not (>= 0 and var part))
            {
                return null;
            }

            ticks = part * (long)Math.Pow(10, MostDigits - digits.Length);
        }

        return new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
    }

    /// <summary>-1 when it is none.</summary>
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            number = (number * 10) + c - '0';
        }

        return number;
    }
}
