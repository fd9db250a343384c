using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>What somebody asks of the acts, as it stands in the address of the page and of its table to take along.</summary>
public sealed record AuditQuery(string? Who, string? Act, string? Subject, string? Words, DateOnly? From, DateOnly? To)
{
    public const string WhoName = "siapa";
    public const string ActName = "tindakan";
    public const string SubjectName = "objek";
    public const string WordsName = "kata";
    public const string FromName = "sejak";
    public const string ToName = "sampai";

    private const int MostWords = 8;
    private static readonly TimeSpan s_wib = TimeSpan.FromMinutes(IndonesianDates.Wib);

    /// <summary>What can't be read asks nothing.</summary>
    public static AuditQuery Read(IQueryCollection query)
    {
        return new(Text(WhoName), Text(ActName) is { } act && AuditActs.All.Contains(act, StringComparer.Ordinal) ? act : null, Text(SubjectName), Text(WordsName), Day(FromName), Day(ToName));

        string? Text(string name) => query[name].ToString().Trim() is var text && Keys.IsText(text) ? text : null;

        // The first and the last days of the calendar have no instant in every zone.
        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
    }

    public bool AsksNothing => this == new AuditQuery(null, null, null, null, null, null);

    /// <summary>Days are those of WIB, both inclusive.</summary>
    public AuditFilter Filter(bool withAccounts) => new()
    {
        Editor = Who,
        Act = Act,
        Subject = Subject,
        Words = [.. (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)],
        From = From is { } from ? Start(from) : null,
        Until = To is { } to ? Start(to.AddDays(1)) : null,
        WithAccounts = withAccounts,
    };

    public string Address(string path, ArticleCursor? cursor = null)
    {
        (string Name, string? Value)[] parts =
        [
            (WhoName, Who), (ActName, Act), (SubjectName, Subject), (WordsName, Words), (FromName, Machine(From)), (ToName, Machine(To)), (Addresses.CursorParameter, cursor?.ToString()),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public static string? Machine(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Start(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - s_wib, DateTimeKind.Utc);
}
