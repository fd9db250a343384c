using System.Text.Encodings.Web;
using System.Text.Unicode;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using Microsoft.Extensions.WebEncoders;

namespace KamtibmasPortal.Web.Pages;

public static class PageSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(o =>
            {
                OpenToEveryone.Apply(o.Conventions);

                // The redaksi opens on the waiting articles.
                o.Conventions.AddPageRoute("/Editing/Queue", Addresses.Desk);
            })
            .AddMvcOptions(o => IndonesianBinding.Apply(o.ModelBindingMessageProvider));

        // Indonesian quotation marks and dashes are letters like others: entities would only make pages longer.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
    }
}
