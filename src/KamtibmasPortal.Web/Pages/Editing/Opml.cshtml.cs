using System.Text.Json;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Sources.Opml;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Takes in sources from a file of a feed reader: shown first, then those that were chosen are stored.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload, ValueCountLimit = OpmlReader.MostEntries + 24)]
public sealed class OpmlModel(OpmlExchange exchange) : DeskPage
{
    /// <summary>Far more than is read, so that what is too large can be told in words.</summary>
    private const long LargestUpload = 32 * 1024 * 1024;

    public IReadOnlyList<OfferedSource> Offers { get; private set; } = [];
    public string? Fault { get; private set; }

    public int NewOnes => Offers.Count(o => o.IsNew);

    public void OnGet() => Head = new PageHead(Texts.OpmlRoom.Heading, Addresses.DeskSources);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        OnGet();
        if (file is { Length: > OpmlReader.SizeLimit })
        {
            Fault = Texts.OpmlRoom.FaultOf(OpmlFault.TooLarge);
            return Page();
        }

        using var bytes = new MemoryStream();
        if (file is not null)
        {
            await file.CopyToAsync(bytes, cancellation);
        }

        var reading = OpmlReader.Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        Fault = reading.Fault is OpmlFault.None ? null : Texts.OpmlRoom.FaultOf(reading.Fault);
        Offers = await exchange.LookAsync(reading.Entries, keepsStanding: false, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync([FromForm(Name = "pilih")] string[] chosen, [FromForm] bool keep, CancellationToken cancellation)
    {
        OnGet();
        var entries = chosen.Where(c => !string.IsNullOrEmpty(c)).Take(OpmlReader.MostEntries).Select(Read).OfType<OpmlEntry>().ToList();
        if (entries.Count == 0)
        {
            Fault = Texts.OpmlRoom.NothingChosen;
            return Page();
        }

        if (await exchange.AddAsync(entries, keep, Email, cancellation) is > 0)
        {
            return LocalRedirect($"{Addresses.DeskSources}?{Addresses.ResultParameter}=opml");
        }

        // Somebody else was quicker: shown anew, as it is now.
        Fault = Texts.OpmlRoom.NothingAdded;
        Offers = await exchange.LookAsync(entries, keepsStanding: false, cancellation);
        return Page();
    }

    /// <summary>One chosen source, carried along by the page.</summary>
    public static string Write(OpmlEntry entry) => JsonSerializer.Serialize(entry);

    private static bool IsKnown<T>(T? value)
        where T : struct, Enum => value is not { } chosen || Enum.IsDefined(chosen);

    private static OpmlEntry? Read(string carried)
    {
        try
        {
            return JsonSerializer.Deserialize<OpmlEntry>(carried) is { } entry && IsKnown(entry.Kind) && IsKnown(entry.Trust) && IsKnown(entry.Display) ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
