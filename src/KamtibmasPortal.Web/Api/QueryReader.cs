using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KamtibmasPortal.Web.Api;

/// <summary>Reads the query of a request and collects what is wrong with it, parameter by parameter.</summary>
public sealed class QueryReader(IQueryCollection query)
{
    private readonly Dictionary<string, string[]> _faults = new(StringComparer.Ordinal);

    public bool HasFaults => _faults.Count > 0;

    /// <summary>A mistyped name would silently give everything.</summary>
    public QueryReader Knowing(params string[] names)
    {
        foreach (var name in query.Keys.Where(k => !names.Contains(k, StringComparer.Ordinal)))
        {
            Refuse(name, names.Length == 0 ? "This address takes no parameters." : $"Unknown parameter. Known are: {string.Join(", ", names)}.");
        }

        return this;
    }

    /// <summary>All values of a parameter that may be repeated.</summary>
    public IReadOnlyList<string> All(string name, Func<string?, bool> isLegal, string legal)
    {
        var values = query[name];
        if (values.All(isLegal))
        {
            return [.. values.OfType<string>().Distinct(StringComparer.Ordinal)];
        }

        Refuse(name, $"Must be {legal}.");
        return [];
    }

    /// <summary>Null when it is absent; given twice it is refused.</summary>
    public string? One(string name)
    {
        var values = query[name];
        if (values.Count > 1)
        {
            Refuse(name, "May be given once.");
        }

        return values.Count == 1 ? values[0] ?? "" : null;
    }

    public DateOnly? Day(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(name, "Must be a day such as 2023-12-31.");
        return null;
    }

    public int Number(string name, int fallback, int from, int to)
    {
        if (One(name) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"Must be a whole number from {from} to {to}."));
        return fallback;
    }

    public void Refuse(string name, string reason) => _faults.TryAdd(name, [reason]);

    public ProblemHttpResult Problem() => TypedResults.Problem(new HttpValidationProblemDetails(_faults)
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "A query parameter can't be used.",
        Detail = string.Join(' ', _faults.Select(f => $"{f.Key}: {f.Value[0]}")),
    });
}
