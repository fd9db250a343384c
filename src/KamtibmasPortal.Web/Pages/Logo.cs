using Microsoft.AspNetCore.Html;

namespace KamtibmasPortal.Web.Pages;

/// <summary>The portal's mark. Two stand on every page: as a view of its own it would be looked up and set up twice each time.</summary>
public static class Logo
{
    public static IHtmlContent Drawing { get; } = new HtmlString(
        """<svg class="logo" viewBox="0 0 44 48" width="44" height="48" aria-hidden="true" focusable="false"><path d="M22 1v5" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" /><path fill-rule="evenodd" fill="currentColor" d="M22 5c7 0 10 4 10 9v23c0 6-4 10-10 10s-10-4-10-10V14c0-5 3-9 10-9Zm-2.5 12v18a2.5 2.5 0 0 0 5 0V17a2.5 2.5 0 0 0-5 0Z" /><path d="M6 18c-3 5-3 11 0 16M38 18c3 5 3 11 0 16" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" /></svg>""");
}
