using Microsoft.AspNetCore.Components;

namespace KamtibmasPortal.Web.Reading;

/// <summary>
/// Addresses of style sheets, scripts and pictures, each with a print of its contents in its name, so that browsers keep them for good. Plain
/// strings: as tag helpers (`~/`) each would be an element whose output is held back until it is whole.
/// </summary>
public static class Assets
{
    /// <param name="context">A request for a page; where it names no assets the file stands under its own name.</param>
    /// <param name="file">Below wwwroot.</param>
    public static string Asset(this HttpContext context, string file) =>
        $"/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[file] ?? file}";
}
