using System.Globalization;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Search;

/// <summary>A Kemendagri code as one number of ten digits, zeros where a level is absent: "31.75.05" is 3175050000. No unit has a part of zeros.</summary>
internal static class PlaceCode
{
    private const long ProvinceUnit = 100_000_000;
    private const long RegencyUnit = 1_000_000;
    private const long DistrictUnit = 10_000;
    private const int FirstCity = 71;

    public static long Of(string code) => long.Parse(code.Replace(".", "", StringComparison.Ordinal).PadRight(10, '0'), CultureInfo.InvariantCulture);

    /// <summary>The number of a code as it is written officially; null for anything else.</summary>
    public static long? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is not (2 or 5 or 8 or 13))
        {
            return null;
        }

        var code = 0L;
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 2 or 5 or 8 ? text[i] != '.' : !char.IsAsciiDigit(text[i]))
            {
                return null;
            }

            code = text[i] == '.' ? code : (code * 10) + text[i] - '0';
        }

        return code * (text.Length switch { 2 => ProvinceUnit, 5 => RegencyUnit, 8 => DistrictUnit, _ => 1 });
    }

    public static string Dotted(long code)
    {
        var digits = code.ToString("0000000000", CultureInfo.InvariantCulture);
        return LevelOf(code) switch
        {
            RegionLevel.Province => digits[..2],
            RegionLevel.Regency => $"{digits[..2]}.{digits[2..4]}",
            RegionLevel.District => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}",
            _ => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}",
        };
    }

    public static RegionLevel LevelOf(long code) => code switch
    {
        _ when code % ProvinceUnit == 0 => RegionLevel.Province,
        _ when code % RegencyUnit == 0 => RegionLevel.Regency,
        _ when code % DistrictUnit == 0 => RegionLevel.District,
        _ => RegionLevel.Village,
    };

    /// <summary>Kemendagri numbers cities from 71 on.</summary>
    public static bool IsCity(long code) => LevelOf(code) is RegionLevel.Regency && code / RegencyUnit % 100 >= FirstCity;

    public static bool IsBelow(long inner, long outer) => inner != outer && inner / UnitOf(outer) == outer / UnitOf(outer);

    private static long UnitOf(long code) => LevelOf(code) switch { RegionLevel.Province => ProvinceUnit, RegionLevel.Regency => RegencyUnit, RegionLevel.District => DistrictUnit, _ => 1 };
}
