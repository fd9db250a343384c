using System.Globalization;
using System.Text;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Names of months and time zones as feeds write them, in the languages whose software writes them.</summary>
internal static class DateNames
{
    /// <summary>Beginnings of month names, upper case and without accents. The longest that fits decides.</summary>
    private static readonly (string Start, int Month)[] Months = [.. new[]
    {
        "JAN GEN ENE OCA STY IAN TAMMI LED SIJ ЯНВ ΙΑΝ",
        "FEB FEV PEB SUB LUT HELMI UNO VELJ ФЕВ ΦΕΒ",
        "MAR MRT MRZ MAC MAE MAA BRE OZU МАР ΜΑΡ ΜΑΩ",
        "APR AVR ABR NIS KWI HUHTI DUB TRA АПР ΑΠΡ",
        "MAY MEI MAI MAJ MAG TOUKO KVE SVI МАИ МАЯ ΜΑΙ",
        "JUN JUIN GIU HAZ CZE KESA CERVEN LIPA IUN ИЮН ΙΟΥΝ ΙΟΝ",
        "JUL JUIL LUG TEM LIP HEINA CERVENEC CERVENCE SRPA IUL ИЮЛ ΙΟΥΛ ΙΟΛ",
        "AUG AOU AGO AGU AGT AGS OGO SIE ELO SRP KOL АВГ ΑΥΓ",
        "SEP SET EYL WRZ SYYS ZAR RUJ СЕН ΣΕΠ",
        "OCT OKT OUT OTT EKI PAZ LOKA RIJ ОКТ ΟΚΤ",
        "NOV NOP KAS LIS MARRAS NOI STU НОЯ ΝΟΕ",
        "DEC DEZ DES DIC DIS ARA GRU JOULU PRO ДЕК ΔΕΚ",
    }.SelectMany((names, i) => names.Split(' ').Select(n => (n, i + 1))).OrderByDescending(n => n.n.Length)];

    private static readonly HashSet<string> IndonesianOnly = new(StringComparer.Ordinal)
    {
        "SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU", "AHAD", "SEN", "SEL", "RAB", "KAM", "JUM", "SAB",
        "JANUARI", "FEBRUARI", "PEBRUARI", "PEB", "MARET", "MEI", "AGUSTUS", "AGU", "AGS", "AGT", "OKTOBER", "OKT", "NOPEMBER", "NOP", "DESEMBER", "DES",
    };

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WIB"] = 420, ["ICT"] = 420, ["Asia/Jakarta"] = 420, ["Asia/Pontianak"] = 420,
        ["WITA"] = 480, ["Asia/Makassar"] = 480, ["SGT"] = 480, ["MYT"] = 480, ["HKT"] = 480, ["PHT"] = 480, ["AWST"] = 480,
        ["WIT"] = 540, ["Asia/Jayapura"] = 540, ["JST"] = 540, ["KST"] = 540,
        ["ACST"] = 570, ["AEST"] = 600, ["ACDT"] = 630, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
        ["IST"] = 330, ["PKT"] = 300, ["GST"] = 240, ["MSK"] = 180, ["EAT"] = 180, ["EEST"] = 180,
        ["EET"] = 120, ["CEST"] = 120, ["MESZ"] = 120, ["CAT"] = 120, ["SAST"] = 120,
        ["CET"] = 60, ["MEZ"] = 60, ["BST"] = 60, ["WEST"] = 60, ["WAT"] = 60,
        ["BRT"] = -180, ["ART"] = -180, ["NDT"] = -150, ["NST"] = -210,
        ["ADT"] = -180, ["AST"] = -240, ["AT"] = -240, ["EDT"] = -240, ["EST"] = -300, ["ET"] = -300, ["CDT"] = -300, ["CST"] = -360, ["CT"] = -360,
        ["MDT"] = -360, ["MST"] = -420, ["MT"] = -420, ["PDT"] = -420, ["PST"] = -480, ["PT"] = -480, ["AKDT"] = -480, ["AKST"] = -540, ["HST"] = -600,
        // Of the military letters only these were ever in use in mail.
        ["A"] = -60, ["M"] = -720, ["N"] = 60, ["Y"] = 720,
    };

    public static int? Month(string name)
    {
        var bare = Bare(name);
        return Array.Find(Months, m => bare.StartsWith(m.Start, StringComparison.Ordinal)) is { Month: > 0 } found ? found.Month : null;
    }

    /// <summary>Whether the words of a date are Indonesian: then its clock is too.</summary>
    public static bool IsIndonesian(string text) => Bare(text.Replace("Jum'at", "Jumat", StringComparison.OrdinalIgnoreCase)).Split([' ', ',', '.', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Any(IndonesianOnly.Contains);

    /// <summary>Minutes east of UTC; null when nothing is said. A name nobody knows means UTC.</summary>
    public static int? Offset(string zone)
    {
        if (zone.Length == 0)
        {
            return null;
        }

        if (zone[0] is not ('+' or '-'))
        {
            return Zones.GetValueOrDefault(zone, 0);
        }

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal);
        digits = digits.Length switch { 1 => $"0{digits}00", 2 => digits + "00", 3 => "0" + digits, _ => digits };
        var minutes = (int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return zone[0] == '-' ? -minutes : minutes;
    }

    private static string Bare(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
